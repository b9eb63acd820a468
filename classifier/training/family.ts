/** Which family a server belongs to: its name without the registry, the scope and words that every server has. */
const empty: ReadonlySet<string> = new Set(['mcp', 'server', 'api', 'ts', 'py', 'js', 'the', 'npm', 'pypi', 'github']);

export function familyOf(server: string): string {
  const name = server.toLowerCase().split('/').at(-1) ?? server;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !empty.has(word));
  return words.length > 0 ? words.join('-') : server;
}
