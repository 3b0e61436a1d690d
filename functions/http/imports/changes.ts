import { listChanges as route } from '../../../shared/contracts/routes/imports.ts';
import { csvOf, csvType } from '../../../shared/documents/csv.ts';
import { allOutcomes, listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import { fileReply, wants } from '../../../shared/platform/file-reply.ts';
import { listReply, queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

const columns = [
  'row',
  'creditCode',
  'name',
  'category',
  'certificateNumber',
  'issuedOn',
  'validUntil',
  'change',
] as const;

/** Lists what a dry run would change: as JSON page by page, as a sheet all of it. */
export const handler = queryEndpoint(route, async (services, request) => {
  const { importId } = request.path;
  if (!wants(request.accept, csvType)) {
    return listReply(services, route, request, {
      list: (_services, _request, page) => listOutcomes(services, importId, 'changes', page),
      view: (change) => change,
    });
  }
  const all = await allOutcomes(services, importId, 'changes');
  if ('kind' in all) return all;
  return fileReply(
    `${importId}-changes.csv`,
    csvType,
    csvOf([columns, ...all.map((change) => columns.map((name) => change[name]))]),
  );
});
