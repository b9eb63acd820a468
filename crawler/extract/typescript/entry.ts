/** Functions that something outside the source starts: a framework, a platform, the person who imports the package. */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { Project } from './project.ts';
import { isClass, type Module } from './scope.ts';
import { nameOf } from './uses.ts';

const entryNames =
  /^(main|run|serve|start|cli|app|init|initialize|fetch|handler|default|GET|POST|setup|activate|register|(create|make|build|get|init|setup|start|run|new|configure)\w*(server|app|mcp|agent|handler)\w*)$/i;

/** Whether a function counts as called though nothing in the source calls it. */
export function isStartedOutside(project: Project, module: Module, fn: SyntaxNode): boolean {
  if (isDefaultExport(fn)) return true;
  const named = nameOf(fn);
  if (named === undefined) return true; // written in place: an item of a list, a returned function
  if (entryNames.test(named.name) || isCallbackProperty(fn)) return true;
  const owner = [...ancestorsOf(fn)].find(({ ancestor }) => isClass(ancestor))?.ancestor;
  if (owner && named.node === owner && isDefaultExport(owner)) return true;
  return isExported(module, named.name) && loadsByPath(project);
}

/** `server.oninitialized = () => …`: whoever holds the object calls it. */
function isCallbackProperty(fn: SyntaxNode): boolean {
  const left =
    fn.parent?.type === 'assignment_expression' && fn.field === 'right' ? childAt(fn.parent, 'left') : undefined;
  return left?.type === 'member_expression' && !/^(module\.)?exports\./.test(textOf(left).slice(0, 100));
}

function isDefaultExport(node: SyntaxNode): boolean {
  const parent = node.parent;
  return (
    parent?.type === 'export_statement' &&
    /^export\s+default\b/.test(parent.source.text.slice(parent.start, parent.start + 40))
  );
}

function isExported(module: Module, name: string): boolean {
  return (module.parsed.byType.get('export_statement') ?? []).some((statement) => {
    const declaration = childAt(statement, 'declaration');
    if (declaration === undefined) return false;
    const own = childAt(declaration, 'name');
    const declared = own ? [own] : declaration.children.map((child) => childAt(child, 'name'));
    return declared.some((node) => node !== undefined && textOf(node) === name);
  });
}

const loads = new WeakMap<Project, boolean>();
const listsFiles = /\breaddir(Sync)?\s*\(|\bimport\.meta\.glob\b|\bglob(Sync)?\s*\(/;
const importsComputed = /\b(import|require)\s*\(\s*[^'"`\s)]/;

/** Files that are found by listing a folder: any export may be called. */
function loadsByPath(project: Project): boolean {
  const known = loads.get(project);
  if (known !== undefined) return known;
  const found = [...project.input.texts.values()].some((text) => listsFiles.test(text) && importsComputed.test(text));
  loads.set(project, found);
  return found;
}
