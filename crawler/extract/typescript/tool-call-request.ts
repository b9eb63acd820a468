/** The low-level server's one handler of calls, and what it is given. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { argumentsPath, makeObject, toolNamePath } from './value.ts';

export const toolCallRequest = makeObject(
  [
    [
      'params',
      makeObject(
        [
          ['name', { kind: 'external', path: toolNamePath }],
          ['arguments', { kind: 'external', path: argumentsPath }],
        ],
        false,
      ),
    ],
  ],
  false,
);

/** `server.setRequestHandler(CallToolRequestSchema, …)` */
export function handlesToolCalls(call: SyntaxNode): boolean {
  const property = childAt(childAt(call, 'function'), 'property');
  const [method] = childAt(call, 'arguments')?.children ?? [];
  if (property === undefined || method === undefined || textOf(property) !== 'setRequestHandler') return false;
  return /(^|\.)CallToolRequestSchema\d*$|^['"]tools\/call['"]$/.test(textOf(method).slice(0, 100));
}
