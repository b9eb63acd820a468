/** What registries answer (OCI image-spec 1.1: image index, manifest, configuration), read leniently: only what is used. */
import { z } from 'zod';
import { list, text } from '../../sources/read-leniently.ts';

export const Descriptor = z.object({
  mediaType: z.string().max(200).catch(''),
  digest: z.string().max(200),
  size: z.number().int().nonnegative(),
});
export type Descriptor = z.infer<typeof Descriptor>;

const Platform = z.object({ os: text(50), architecture: text(50) });

export const ImageIndex = z.object({
  manifests: list(Descriptor.extend({ platform: Platform.optional().catch(undefined) }), 200).refine(
    (all) => all.length > 0,
  ),
});

/** A layer that cannot be read would make another image of it, so the list is taken whole or not at all. */
export const ImageManifest = z.object({ config: Descriptor, layers: z.array(Descriptor).max(200) });
export type ImageManifest = z.infer<typeof ImageManifest>;

const words = z.array(z.string().max(4_000)).max(200).catch([]);

export const ImageConfig = z.object({
  config: z
    .object({
      Entrypoint: words,
      Cmd: words,
      WorkingDir: z.string().max(1_000).catch(''),
      Labels: z.record(z.string(), z.unknown()).catch({}),
    })
    .catch({ Entrypoint: [], Cmd: [], WorkingDir: '', Labels: {} }),
});
export type ImageConfig = z.infer<typeof ImageConfig>['config'];

export const TokenAnswer = z
  .object({ token: text(16_000), access_token: text(16_000) })
  .transform(({ token, access_token }) => token ?? access_token);
