/** One line of `plimsoll classify`: a tool definition with whatever else is known of it. `tool` is accepted for `name`. */
import { z } from 'zod';

export const ClassifyInput = z.looseObject({
  id: z.string().optional(),
  server: z.string().optional(),
  name: z.string().optional(),
  tool: z.string().optional(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  inputSchema: z.unknown().optional(),
  annotations: z.unknown().optional(),
});
export type ClassifyInput = z.infer<typeof ClassifyInput>;
