import { paymentSheet, type SheetCell, yuanOf } from '../../../shared/contracts/payment-sheet.ts';
import { listPaymentsDue as route } from '../../../shared/contracts/routes/payments.ts';
import type { Cell } from '../../../shared/documents/cell.ts';
import { csvOf, csvType } from '../../../shared/documents/csv.ts';
import { xlsxOf, xlsxType } from '../../../shared/documents/xlsx.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { allPayments, listPayments } from '../../../shared/operations/fund/payment-list.ts';
import { fileReply, wants } from '../../../shared/platform/file-reply.ts';
import { listReply, queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** What the finance bureau is to pay: as JSON page by page, as a sheet or a workbook all of it. */
export const handler = queryEndpoint(route, async (services, request) => {
  const { accept, language, at } = request;
  const isWorkbook = wants(accept, xlsxType);
  if (!isWorkbook && !wants(accept, csvType)) {
    return listReply(services, route, request, {
      list: (_services, _request, page) => listPayments(services, page),
      view: (row) => row,
    });
  }
  const rows = paymentSheet(language, await allPayments(services));
  const name = `payment-list-${dayAt(at)}`;
  const cells = rows.map((row) => row.map(cellOf));
  if (!isWorkbook) return fileReply(`${name}.csv`, csvType, csvOf(cells));
  const title = language === 'zh' ? '待拨付清单' : 'Payment list';
  return fileReply(`${name}.xlsx`, xlsxType, xlsxOf(title, cells));
});

function cellOf(cell: SheetCell): Cell {
  if (cell === null || typeof cell === 'string') return cell;
  return cell.fen === null ? null : { decimal: yuanOf(cell.fen) };
}
