/** The colours as they stand in tokens.css: text can be read on every ground it stands on, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const lightColours = readColours(light);
const schemes = { light: lightColours, dark: new Map([...lightColours, ...readColours(dark)]) };

const texts = ['ink', 'quiet', 'link', 'low', 'medium', 'high', 'critical', 'unrated'];
const grounds = ['paper', 'panel', 'raised'];
const fills = ['low-fill', 'medium-fill', 'high-fill', 'critical-fill', 'unrated-fill'];

function readColours(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one ?? ''), luminance(other ?? '')].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each(['light', 'dark'] as const)('text stands out by 4.5 to 1 from every ground (%s)', (scheme) => {
  const colours = schemes[scheme];

  const weak = texts.flatMap((text) =>
    grounds
      .map((ground) => ({ pair: `${text} on ${ground}`, ratio: contrast(colours.get(text), colours.get(ground)) }))
      .filter(({ ratio }) => !(ratio >= 4.5)),
  );

  expect(weak).toEqual([]);
  expect(contrast(colours.get('mark-ink'), colours.get('mark'))).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'dark'] as const)('the parts of a bar can be told from the page (%s)', (scheme) => {
  const colours = schemes[scheme];

  const weak = fills.filter((fill) => !(contrast(colours.get(fill), colours.get('paper')) >= 3));

  expect(weak).toEqual([]);
});
