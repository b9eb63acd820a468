/** `mcp.Tool{Name: …, Description: …, InputSchema: …}`, also without its type inside a slice or map of tools. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate, evaluateText, pointedAt } from '../evaluate.ts';
import { readInputSchema } from '../input-schema.ts';
import type { GoFile, Project } from '../project.ts';
import type { Scope } from '../scope.ts';
import type { Registration } from './registration.ts';

const toolType = /^(\w*Tool|ToolDef|ToolDefinition|ToolSpec)$/;
const schemaKeys = ['InputSchema', 'RawInputSchema', 'Schema', 'Parameters'];
const telling = [...schemaKeys, 'Description', 'Annotations'];

export function findToolLiterals(project: Project, file: GoFile): Registration[] {
  const literals = file.parsed.byType.get('composite_literal') ?? [];
  return literals.flatMap((literal) => {
    const type = childAt(literal, 'type');
    const body = childAt(literal, 'body');
    if (type === undefined || body === undefined) return [];
    if (isToolType(project, file, type)) return readLiteral(project, file, literal, body) ?? [];
    const inner = pointedAt(childAt(type, 'element') ?? childAt(type, 'value'));
    if (inner === undefined || !isToolType(project, file, inner)) return [];
    return body.children.flatMap((element) => {
      const value = (childAt(element, 'value') ?? element).children[0];
      return value?.type === 'literal_value' ? (readLiteral(project, file, value, value) ?? []) : [];
    });
  });
}

/** Of the protocol's library or of this project; other libraries have tools of another kind. */
function isToolType(project: Project, file: GoFile, type: SyntaxNode): boolean {
  const name = childAt(type, 'name') ?? type;
  if (!/^(qualified_type|type_identifier)$/.test(type.type) || !toolType.test(textOf(name))) return false;
  const packageName = childAt(type, 'package');
  if (packageName === undefined) return true;
  const path = file.imports.get(textOf(packageName)) ?? '';
  return /mcp/i.test(path) || project.imported(file, textOf(packageName)) !== undefined;
}

function readLiteral(project: Project, file: GoFile, node: SyntaxNode, body: SyntaxNode): Registration | undefined {
  const fields = new Map<string, SyntaxNode>();
  for (const element of body.children) {
    const key = childAt(element, 'key');
    const value = childAt(element, 'value')?.children[0];
    if (key && value) fields.set(textOf(key).slice(0, 100), value);
  }
  const name = fields.get('Name');
  if (name === undefined || !telling.some((key) => fields.has(key))) return undefined;
  const schema = schemaKeys.map((key) => fields.get(key)).find((value) => value !== undefined);
  const [description, title, annotations] = [fields.get('Description'), fields.get('Title'), fields.get('Annotations')];
  const scope: Scope = { file };
  return {
    at: { node, scope },
    hasSchema: schema !== undefined,
    draft: (inside) => ({
      name: evaluateText(project, name, inside),
      title: title && evaluateText(project, title, inside),
      description: description && (evaluateText(project, description, inside) ?? 'computed'),
      input: schema && readInputSchema(project, { node: schema, scope: inside }),
      annotations: annotations && (evaluate(project, annotations, inside) ?? { value: {}, exact: false }),
    }),
  };
}
