/** Where a long identifier may be broken: after its separators and between the words of camel case. */
export function breakName(name: string): string[] {
  return name.split(/(?<=[_./:@-])(?=[^_./:@-])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
}
