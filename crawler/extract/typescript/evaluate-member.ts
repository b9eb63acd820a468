import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluate, type Place } from './evaluate.ts';
import { packageBase, staticMember } from './evaluate-class.ts';
import { exportedValue } from './evaluate-name.ts';
import type { Project } from './project.ts';
import { readMember } from './read-member.ts';
import { readSchemaMember } from './schema/schema-member.ts';
import { either, type ObjectValue, optionsOf, shownText, type Value } from './value.ts';

/** `object.name` */
export function evaluateMember(place: Place, node: SyntaxNode): Value | undefined {
  const property = childAt(node, 'property');
  return property && memberOf(place.project, evaluate(place, childAt(node, 'object')), textOf(property));
}

/** `object["name"]`, `list[0]` */
export function evaluateSubscript(place: Place, node: SyntaxNode): Value | undefined {
  const key = shownText(evaluate(place, childAt(node, 'index')));
  return key?.exact ? memberOf(place.project, evaluate(place, childAt(node, 'object')), key.text) : undefined;
}

export function memberOf(project: Project, value: Value | undefined, name: string): Value | undefined {
  switch (value?.kind) {
    case 'module': {
      const found = exportedValue(project, value.module, name);
      // `__importDefault(require("x")).default` of a file without a default is the file itself.
      return found ?? (name === 'default' ? value : undefined);
    }
    case 'class':
      return staticMember(project, value, name);
    case 'schema':
      return readSchemaMember(value, name);
    case 'either':
      return either(
        optionsOf(value).map((option) => ({
          value: memberOf(project, option.value, name),
          conditions: option.conditions,
        })),
      );
    case 'object':
      return readMember(value, name) ?? inheritedMember(project, value, name);
    default:
      return readMember(value, name);
  }
}

/** A method of the package's class that a class of the source extends. */
function inheritedMember(project: Project, { of }: ObjectValue, name: string): Value | undefined {
  const path = of && project.tracesClients ? packageBase(project, of) : undefined;
  return path === undefined ? undefined : { kind: 'external', path: `${path}().${name}` };
}
