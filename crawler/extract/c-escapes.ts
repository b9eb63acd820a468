const plain = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\u0007'],
  ['0', '\0'],
  ['s', ' '],
  ['e', '\u001B'],
]);

/** Turns the escapes of a literal into their characters, as Go, Java, C#, Rust and Kotlin write them; an unknown one is the character itself. */
export function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_all, ...found: (string | undefined)[]) => {
      const [braced, short, long, byte, letter] = found;
      const code = braced ?? short ?? long ?? byte;
      if (code === undefined) return plain.get(letter ?? '') ?? letter ?? '';
      const point = Number.parseInt(code, 16);
      return point > 0x10_ff_ff ? '\uFFFD' : String.fromCodePoint(point);
    },
  );
}
