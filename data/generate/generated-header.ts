/** The first line of a generated module. */
export function generatedHeader(source: string): string {
  return `// Made by \`npm run generate\` from ${source}. Do not edit.\n`;
}
