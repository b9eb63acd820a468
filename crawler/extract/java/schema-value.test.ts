import { describe, expect, it } from 'vitest';
import { extractOneFrom } from '../extract-for-test.ts';

const schemas = `package harbour;
import java.util.*;
public final class Schemas {
    static final Map<String, Object> FILLED_LATER = new HashMap<>();
    static { FILLED_LATER.put("mark", text("Its mark.")); }
    static Map<String, Object> text(String words) { return Map.of("type", "string", "description", words + " (text)"); }
    static JsonSchema twice() { return null; }
    static JsonSchema twice(String mark) { if (mark == null) { return null; } return of(Map.of(), List.of()); }
    static JsonSchema of(Map<String, Object> properties, List<String> required) {
        return new JsonSchema("object", properties, required, false, null, null);
    }
    static JsonSchema round() { return round(); }
}
`;

const one = (schema: string, before = '') =>
  extractOneFrom({
    'src/main/java/harbour/Schemas.java': schemas,
    'src/main/java/harbour/Harbour.java': `package harbour;
import io.modelcontextprotocol.spec.McpSchema.*;
class Harbour {
    Tool lift() {
        ${before}
        return Tool.builder().name("lift").description("Lifts it.").inputSchema(${schema}).build();
    }
    private static JsonSchema emptySchema() { return new McpSchema.JsonSchema("object", Map.of(), List.of(), null, null, null); }
    private static String written() { return "{\\"type\\":\\"object\\"}"; }
    private static void fill(Map<String, Object> map) {}
}
`,
  });

const mark = { type: 'string', description: 'Its mark. (text)' };
const closed = { additionalProperties: false };

describe('a schema that is put together', () => {
  it.each([
    ['emptySchema()', { type: 'object', properties: {}, required: [] }],
    ['written()', { type: 'object' }],
    [
      'Schemas.of(Map.of("mark", Schemas.text("Its mark.")), List.of("mark"))',
      { type: 'object', properties: { mark }, required: ['mark'], ...closed },
    ],
    [
      'Map.of("type", "object", "properties", Map.ofEntries(Map.entry("mark", Schemas.text("Its mark."))))',
      { type: 'object', properties: { mark } },
    ],
  ])('is read from %s', async (schema, expected) => {
    const { tool, inputSchema } = await one(schema);
    expect([inputSchema, tool.conformance]).toEqual([expected, []]);
  });

  it('is read with what is put into a map before it is used', async () => {
    const { tool, inputSchema } = await one(
      'Schemas.of(all, needed)',
      'Map<String, Object> all = new LinkedHashMap<>();\nall.put("mark", Schemas.text("Its mark."));\nvar needed = new ArrayList<String>();\nneeded.add("mark");',
    );
    expect(inputSchema).toEqual({ type: 'object', properties: { mark }, required: ['mark'], ...closed });
    expect(tool.conformance).toEqual([]);
  });

  it.each([
    ['what is put in depends on the run', 'if (wide) { all.put("mark", Schemas.text("Its mark.")); }', { mark }],
    ['another method fills it as well', 'all.put("mark", Schemas.text("Its mark.")); fill(all);', { mark }],
    ['something else is done to it', 'all.put("mark", Schemas.text("Its mark.")); all.remove("mark");', { mark }],
    ['a part cannot be read', 'all.put("mark", describe());', { mark: {} }],
  ])('is said to be incomplete where %s', async (_, before, properties) => {
    const { tool, inputSchema } = await one(
      'Map.of("type", "object", "properties", all)',
      `Map<String, Object> all = new HashMap<>();\n${before}`,
    );
    expect(inputSchema).toEqual({ type: 'object', properties });
    expect(tool.conformance.map(({ id }) => id)).toEqual(['computed-schema']);
  });

  it('is not taken for empty where a constant is filled elsewhere', async () => {
    const { tool, inputSchema } = await one('Map.of("type", "object", "properties", Schemas.FILLED_LATER)');
    expect(inputSchema).toEqual({ type: 'object' });
    expect(tool.conformance.map(({ id }) => id)).toEqual(['computed-schema']);
  });

  it.each(['Schemas.twice(name)', 'Schemas.round()', 'Schemas.missing()', 'new Berth("object")', 'new HashMap<>()'])(
    'stays unread where it cannot be told: %s',
    async (schema) => {
      const { tool, inputSchema } = await one(schema);
      expect(inputSchema).toEqual({ type: 'object' });
      expect(tool.conformance.map(({ id }) => id)).toEqual(['unread-schema']);
    },
  );

  it('stays bounded where methods branch without end', async () => {
    const methods = Array.from(
      { length: 40 },
      (_, index) =>
        `static Map<String, Object> m${index}() { return Map.of("a", m${index + 1}(), "b", m${index + 1}()); }`,
    );
    const { tool } = await extractOneFrom({
      'Harbour.java': `import io.modelcontextprotocol.spec.McpSchema.*;\nclass Harbour { Tool t = Tool.builder().name("lift").description("Lifts it.").inputSchema(m0()).build(); ${methods.join('\n')} }`,
    });
    expect(tool.conformance.map(({ id }) => id)).toContain('computed-schema');
  });
});
