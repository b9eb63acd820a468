/**
 * Marks the calls of handlers that say little of the tool they were found under. The marks matter for a tool whose definition is
 * known in full: there a common log file or a cleared temporary file must not pass for what the tool does.
 */
import type { HandlerEvidence } from '../../schema/snapshot.ts';

/** Fewer tools than this with one call in common may well be one family that does that. */
const fewestAlike = 4;
const shareOfAll = 0.75;
const removals: ReadonlySet<string> = new Set(['unlink', 'rmtree']);
const starters = /^(?:[\w$.]*\.)?(?:execFile|execFileSync|execFileAsync|spawn|spawnSync|execa|execaSync)$/;
/** What a handler calls a file or folder that it makes for itself. Such a name alone proves nothing: it must be seen to make it. */
const ownProduct = /^\w*(te?mp|zip|archive|tarball|output)\w*$/i;
/** Programs whose arguments say what is run or taken away. */
const openPrograms =
  /^(?:(?:ba|z|da|k|fi|c|tc)?sh|cmd|powershell|pwsh|node|deno|bun|tsx|python\d*(?:\.\d+)?|perl|ruby|php|lua|osascript|wscript|cscript|sudo|doas|su|env|xargs|nohup|ssh|npx|npm|pnpm|yarn|uvx|uv|pipx?|eval|rm|rmdir|del|dd|shred|mkfs|kill|killall|pkill|shutdown|reboot)$/i;

/** Every tool's evidence, in the order of the tools, with marks where they belong. Pure. */
export function markIncidental(handlers: readonly (readonly HandlerEvidence[])[]): HandlerEvidence[][] {
  const common = findCommon(handlers);
  return handlers.map((evidence) =>
    evidence.map((one) => {
      const incidental = common.has(placeOf(one))
        ? 'every-tool'
        : removesOwnFile(one, evidence)
          ? 'own-file'
          : startsFixedProgram(one)
            ? 'fixed-program'
            : undefined;
      return incidental === undefined ? one : { ...one, incidental };
    }),
  );
}

function findCommon(handlers: readonly (readonly HandlerEvidence[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const evidence of handlers)
    for (const place of new Set(evidence.map(placeOf))) counts.set(place, (counts.get(place) ?? 0) + 1);
  const acting = handlers.filter((evidence) => evidence.length > 0).length;
  const least = Math.max(fewestAlike, acting * shareOfAll);
  return new Set([...counts].filter(([, count]) => count >= least).map(([place]) => place));
}

function placeOf({ file, line, kind, verb }: HandlerEvidence): string {
  return JSON.stringify([file, line, kind, verb]);
}

/** `fs.unlink(tempPath)` where the same code writes `tempPath`, and a folder gone again after `mkdtemp` has made one. */
function removesOwnFile(one: HandlerEvidence, evidence: readonly HandlerEvidence[]): boolean {
  if (one.kind !== 'file' || !removals.has(one.verb)) return false;
  const beside = evidence.filter(({ kind, verb, file }) => kind === 'file' && !removals.has(verb) && file === one.file);
  if (one.verb === 'rmtree' && beside.some(({ quote }) => /\bmkdtemp/.test(quote))) return true;
  const target = readCall(one.quote)?.first;
  if (target === undefined || !ownProduct.test(target)) return false;
  return beside.some(({ quote }) => readCall(quote)?.first === target);
}

/** `execFile("kubectl", args)`. A quote that was cut may have asked for a shell where it goes on. */
function startsFixedProgram({ kind, verb, quote }: HandlerEvidence): boolean {
  if (kind !== 'process' || verb !== 'spawn' || !quote.endsWith(')') || /\bshell\b/.test(quote)) return false;
  const call = readCall(quote);
  const program = /^(["'`])([\w.-]+)\1$/.exec(call?.first ?? '')?.[2];
  if (call === undefined || program === undefined || !starters.test(call.callee)) return false;
  return !openPrograms.test(program.replace(/\.exe$/i, ''));
}

/** The callee and the first argument as they are written. */
function readCall(quote: string): { callee: string; first: string } | undefined {
  const open = quote.indexOf('(');
  if (open === -1) return undefined;
  const rest = quote.slice(open + 1);
  const end = rest.search(/[,)]/);
  if (end === -1) return undefined;
  return { callee: quote.slice(0, open).trim(), first: rest.slice(0, end).trim() };
}
