import { type AnnouncedFile, type DocumentAnnounced, evolveDocument } from '../../domain/document.ts';
import { keptThroughOf } from '../../domain/document-expiry.ts';
import { announcedMax, refusalOfAnnouncement } from '../../domain/document-quota.ts';
import { announcedIn, announcedKey, announcedWrite } from '../../store/announced.ts';
import { documentLayout } from '../../store/documents.ts';
import { uploadAddress } from '../../store/objects.ts';
import { record } from '../../store/resource.ts';
import { organisationOf } from '../caller.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { documentView } from './view.ts';

/**
 * Announces a document of the caller's organisation and answers where to upload its content. The recorded answer holds the
 * first address, also when that has expired: reading the document gives a new one. Refusal: `too-many-requests`, once the
 * organisation has announced what it may in a day.
 */
export function announceDocument(
  services: Services,
  context: CommandContext,
  { kind, fileName, contentType, bytes, sha256 }: AnnouncedFile,
): Promise<Outcome> {
  const { caller, at } = context;
  const owner = organisationOf(caller);
  const documentId = services.newId('doc', at);
  const event: DocumentAnnounced = {
    type: 'document-announced',
    data: {
      documentId,
      owner: owner.org,
      ownerFamily: owner.family,
      kind,
      fileName,
      contentType,
      bytes,
      sha256,
      announcedAt: at,
      keptThrough: keptThroughOf(context.today),
    },
  };
  return runCommand(services, context, {
    reads: [announcedKey(owner)],
    look: () => uploadAddress(services.objects, evolveDocument(null, event), at),
    decide: (items, upload) => {
      const announced = announcedIn(items, owner, context.today);
      const refusal = refusalOfOperator(context) ?? refusalOfAnnouncement(owner.family, announced, { bytes, at });
      if (refusal) return refusal;
      const { stored, writes } = record(documentLayout, documentId, null, [event], actOf(context));
      return {
        kind: 'change',
        writes: [...writes, announcedWrite(owner, announced, bytes, announcedMax[owner.family])],
        status: 201,
        body: documentView({ stored, content: null }, { upload }, context.today),
        version: stored.version,
        location: `/v1/documents/${documentId}`,
      };
    },
  });
}
