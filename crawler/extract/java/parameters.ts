/** The input schema of an annotated method. */
import type { Json, JsonObject } from '../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type InputDraft, objectSchema, type Parameter } from '../tool-draft.ts';
import { annotationsOf } from './annotation.ts';
import { membersOf, nameOf, type Project } from './project.ts';
import { isOptional, type Reading, readAbout, schemaOf } from './type-schema.ts';

// What the frameworks hand to a method themselves.
const injected =
  /^(Mcp(?!Input)\w*|RequestId|RequestUri|Progress|ProgressToken|Cancellation|Roots|Sampling|Elicitation|RawMessage|Meta|MetaKey|ToolContext|CallToolRequest|InvocationContext|Authentication|Principal|SecurityIdentity|HttpServletRequest|HttpServerRequest|ServerRequest|ServerWebExchange)$/;
const injectedBy = /^(McpProgressToken|Header|HeaderParam|Context|Inject|RequestHeader)$/;

export function readParameters(project: Project, method: SyntaxNode): InputDraft {
  const unread = new Set<string>();
  const reading: Reading = { project, unread, open: [] };
  const declared = membersOf(childAt(method, 'parameters')).filter(
    (one) => one.type === 'formal_parameter' || one.type === 'spread_parameter',
  );
  const parameters = declared.flatMap((one) => readParameter(reading, one) ?? []);
  return { schema: objectSchema(parameters), exact: true, unread: [...unread] };
}

function readParameter(reading: Reading, node: SyntaxNode): Parameter | undefined {
  const type = childAt(node, 'type');
  const annotations = annotationsOf(node);
  const word = type
    ? (textOf(type)
        .slice(0, 200)
        .replace(/<[\s\S]*/, '')
        .split('.')
        .at(-1) ?? '')
    : '';
  if (injected.test(word) || annotations.some(({ name }) => injectedBy.test(name))) return undefined;
  const about = readAbout(reading.project, annotations);
  const schema = schemaOf(reading, type);
  const value = about.default === undefined ? undefined : inType(about.default, schema);
  return {
    name: about.name ?? nameOf(node),
    schema,
    description: about.description,
    required: about.required ?? (value === undefined && !isOptional(type)),
    default: value,
  };
}

/** A default is written as a text whatever the type. */
function inType(text: string, { type }: JsonObject): Json | undefined {
  if (type === 'boolean') return text === 'true';
  if (type === 'integer' || type === 'number') return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return text;
}
