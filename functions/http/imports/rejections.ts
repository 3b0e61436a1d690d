import { listRejections as route } from '../../../shared/contracts/routes/imports.ts';
import { csvOf, csvType } from '../../../shared/documents/csv.ts';
import { allOutcomes, listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import { readImport } from '../../../shared/operations/list/read-import.ts';
import { rejectionSheet, rejectionView } from '../../../shared/operations/list/rejection-view.ts';
import { fileReply, wants } from '../../../shared/platform/file-reply.ts';
import { listReply, queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists the rows that were not taken: as JSON page by page, as a sheet all of them. */
export const handler = queryEndpoint(route, async (services, request) => {
  const { importId } = request.path;
  if (!wants(request.accept, csvType)) {
    return listReply(services, route, request, {
      list: (_services, _request, page) => listOutcomes(services, importId, 'rejections', page),
      view: (rejected) => rejectionView(rejected, request.language),
    });
  }
  const all = await allOutcomes(services, importId, 'rejections');
  if ('kind' in all) return all;
  const kind = (await readImport(services, importId))?.kind ?? 'list';
  return fileReply(`${importId}-rejections.csv`, csvType, csvOf(rejectionSheet(kind, all, request.language)));
});
