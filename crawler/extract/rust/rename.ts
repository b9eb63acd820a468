/** serde's `rename_all`: fields are written in snake case, variants in pascal case. */
export function renameAll(name: string, rule: string | undefined, isVariant = false): string {
  if (rule === undefined) return name;
  const words = isVariant
    ? name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z])/).map((word) => word.toLowerCase())
    : name.split('_');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  switch (rule) {
    case 'lowercase':
      return isVariant ? name.toLowerCase() : name;
    case 'UPPERCASE':
      return name.toUpperCase();
    case 'PascalCase':
      return pascal;
    case 'camelCase':
      return pascal.charAt(0).toLowerCase() + pascal.slice(1);
    case 'snake_case':
      return words.join('_');
    case 'SCREAMING_SNAKE_CASE':
      return words.join('_').toUpperCase();
    case 'kebab-case':
      return words.join('-');
    case 'SCREAMING-KEBAB-CASE':
      return words.join('-').toUpperCase();
    default:
      return name;
  }
}
