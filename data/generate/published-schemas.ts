/** The JSON Schema of each record, made from its Zod object, as it is published at `https://plimsoll.dev/schema/`. */
import { z } from 'zod';
import { ClassifyInput } from '../../schema/classify-input.ts';
import { Evaluation } from '../../schema/evaluation.ts';
import { LabelledTool } from '../../schema/labelled-tool.ts';
import { Override } from '../../schema/override.ts';
import {
  AskRule,
  Condition,
  Decision,
  DenyRule,
  LimitRule,
  Policy,
  RequireRule,
  ToolRule,
} from '../../schema/policy.ts';
import { ServerEntry } from '../../schema/server-entry.ts';
import { Snapshot } from '../../schema/snapshot.ts';
import { ToolDefinition } from '../../schema/tool-definition.ts';
import { Verdict } from '../../schema/verdict.ts';
import type { GeneratedFile } from './generated-file.ts';

interface PublishedSchema {
  name: string;
  title: string;
  description: string;
  schema: z.ZodType;
  /** Parts that get a name of their own under `$defs`. */
  parts?: Record<string, z.ZodType>;
}

const published: readonly PublishedSchema[] = [
  {
    name: 'policy',
    title: 'Plimsoll policy',
    description:
      'What an agent may do with the tools of one server. Rules apply in this order: hide, deny_if, require, limits, ask_if; the first denial wins.',
    schema: Policy,
    parts: { Condition, RequireRule, DenyRule, AskRule, LimitRule, ToolRule },
  },
  {
    name: 'decision',
    title: 'Plimsoll decision',
    description: 'What a policy answers to one call, and which of its rules say so.',
    schema: Decision,
  },
  {
    name: 'snapshot',
    title: 'Plimsoll snapshot',
    description: 'One look at one server: how it was reached, how much was seen, and its tools as it sent them.',
    schema: Snapshot,
  },
  {
    name: 'verdict',
    title: 'Plimsoll verdict',
    description: 'What one tool can do, how badly it can go wrong, and the evidence for it.',
    schema: Verdict,
  },
  {
    name: 'tool-definition',
    title: 'Tool definition',
    description: 'A tool as a server lists it, read leniently: fields of its own are kept.',
    schema: ToolDefinition,
  },
  {
    name: 'classify-input',
    title: 'Input line of plimsoll classify',
    description: 'One tool definition with whatever else is known of it.',
    schema: ClassifyInput,
  },
  {
    name: 'labelled-tool',
    title: 'Labelled tool',
    description: 'Input line of plimsoll evaluate: a tool definition and what a careful reader says of it.',
    schema: LabelledTool,
  },
  {
    name: 'evaluation',
    title: 'Evaluation of a classifier',
    description: 'How well a classifier did on labelled tools, as figures alone.',
    schema: Evaluation,
  },
  {
    name: 'override',
    title: 'Override of a verdict',
    description: 'A person’s correction of one verdict, a file in data/overrides.',
    schema: Override,
  },
  {
    name: 'server-entry',
    title: 'Server to index',
    description: 'One server of a list to index, a file in data/servers.',
    schema: ServerEntry,
  },
];

function nameParts(parts: Record<string, z.ZodType>): void {
  for (const [id, part] of Object.entries(parts)) z.globalRegistry.add(part, { ...part.meta(), id });
}

export async function generatePublishedSchemas(): Promise<GeneratedFile[]> {
  return published.map(({ name, title, description, schema, parts }) => {
    nameParts(parts ?? {});
    const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
    const document = { $schema, $id: `https://plimsoll.dev/schema/${name}.schema.json`, title, description, ...body };
    return { path: `schema/published/${name}.schema.json`, content: `${JSON.stringify(document, null, 2)}\n` };
  });
}
