/** An invented tool of several actions, with everything a page of a tool can show. */
import { inventTool } from './tools.ts';

export const bargeFile = 'src/harbour/barges.py';

export const manageBarge = inventTool(
  {
    name: 'manage_barge',
    title: 'Manage a barge',
    description:
      'Show, moor, tow or scrap a barge.\n\n- show: returns the barge with its berth.\n- moor: ties it up at a berth.\n- tow: has a tug take it elsewhere.\n- scrap: breaks the barge up. This cannot be undone, and its cargo goes with it.',
    inputSchema: {
      type: 'object',
      properties: {
        action: { type: 'string', enum: ['show', 'moor', 'tow', 'scrap'], description: 'What to do with the barge.' },
        barge_id: { type: 'string', minLength: 1, description: 'The number on its bow.' },
        berth: {
          type: 'object',
          description: 'Where to tie it up; for moor alone.',
          properties: {
            pier: { type: 'string', enum: ['north', 'south'] },
            place: { type: 'integer', minimum: 1, maximum: 40 },
          },
          required: ['pier'],
        },
        note: {
          anyOf: [{ type: 'string', maxLength: 400 }, { type: 'null' }],
          default: null,
          description: 'Kept in the log book.',
        },
      },
      required: ['action', 'barge_id'],
    },
  },
  {
    source: { file: bargeFile, line: 84 },
    conditions: ['group barges'],
    facets: { outcome: 'irreversible' },
    verdict: {
      category: 'destructive',
      risk: 'high',
      flags: ['multiAction'],
      confidence: 0.97,
      rationale:
        'One parameter chooses between four actions, and one of them, scrap, breaks a barge up for good. The others look it up, tie it up or move it. The tool is judged by the worst of them, and the policy treats each by itself.',
      operations: [
        {
          selector: { path: '/action', value: 'show' },
          category: 'read',
          risk: 'low',
          rationale: 'Returns the barge and its berth',
        },
        {
          selector: { path: '/action', value: 'moor' },
          category: 'write',
          risk: 'medium',
          rationale: 'Ties the barge up at a berth',
        },
        {
          selector: { path: '/action', value: 'tow' },
          category: 'execute',
          risk: 'medium',
          rationale: 'Sends a tug to take it elsewhere',
        },
        {
          selector: { path: '/action', value: 'scrap' },
          category: 'destructive',
          risk: 'high',
          rationale: 'Breaks the barge up; it cannot be put back',
        },
      ],
      evidence: [
        {
          pointer: '/inputSchema/properties/action/enum/3',
          quote: 'scrap',
          says: 'one of the actions is destructive',
          from: 'signal:destructive-operation',
        },
        {
          pointer: '/description',
          quote: 'cannot be undone',
          says: 'there is no way back',
          from: 'signal:irreversible-wording',
        },
        {
          pointer: '/description',
          quote: 'scrap a barge',
          says: 'it removes the thing itself',
          from: 'signal:destructive-verb',
        },
        { pointer: '/name', quote: 'manage', says: 'a name that covers several actions', from: 'signal:umbrella-name' },
        {
          file: bargeFile,
          line: 101,
          quote: 'await yard.delete(f"/barges/{barge_id}")',
          says: 'it calls DELETE',
          from: 'signal:handler-effect',
        },
      ],
    },
  },
);
