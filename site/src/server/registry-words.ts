/** How much a server's name in the MCP registry is worth, by who says it. */
import type { RegistryName } from '../../../catalogue/records.ts';

const words = {
  both: 'The registry lists it under this name, and the package names it too.',
  registry: 'The registry lists it under this name; the package itself does not say so.',
  server: 'It says that this is its name there. The registry was not seen to say so.',
} as const satisfies Record<RegistryName['saidBy'], string>;

/** `others`: how many other servers bear the name or claim it. */
export function registryWords(saidBy: RegistryName['saidBy'], others: number): string {
  if (others === 0) return words[saidBy];
  return `${words[saidBy]} ${saidBy === 'both' ? 'Also claimed by' : 'The name is also that of'}:`;
}
