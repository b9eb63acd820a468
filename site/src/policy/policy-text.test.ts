import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHidden } from '../../../schema/hidden-characters.ts';
import type { Policy } from '../../../schema/policy.ts';
import { policyText } from './policy-text.ts';

test('keeps short parts on one line and opens long ones', () => {
  const policy: Policy = {
    version: '2',
    default: 'deny',
    tools: {
      list_barges: {},
      scrap_barge: {
        ask_if: [{ conditions: [], reason: 'It deletes a barge for good.' }],
      },
    },
  };

  expect(policyText(policy)).toMatchInlineSnapshot(`
    "{
      "version": "2",
      "default": "deny",
      "tools": {
        "list_barges": {},
        "scrap_barge": { "ask_if": [{ "conditions": [], "reason": "It deletes a barge for good." }] }
      }
    }
    "
  `);
});

test('parses back to the policy, with no hidden character in the text, whatever the tool is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (name, reason) => {
      const hidden = `${name}\u202e\u{e0041}`;
      const policy: Policy = {
        version: '2',
        default: 'deny',
        hide: [hidden],
        tools: { b: { ask_if: [{ conditions: [], reason }] } },
      };

      const text = policyText(policy);

      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(policy)));
      expect(findHidden(text)).toEqual([]);
    }),
  );
});
