import { paymentSheet, yuanOf } from '../../../shared/contracts/payment-sheet.ts';
import { listPaymentsDue as route } from '../../../shared/contracts/routes/payments.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { allPayments, listPayments } from '../../../shared/operations/fund/payment-list.ts';
import { listReply, queryEndpoint } from '../../../shared/platform/query-endpoint.ts';
import { sheetReply, wantsSheet } from '../../../shared/platform/sheet.ts';
import { wantsWorkbook, workbookReply } from '../../../shared/platform/workbook.ts';

/** What the finance bureau is to pay: as JSON page by page, as a sheet or a workbook all of it. */
export const handler = queryEndpoint(route, async (services, request) => {
  const { accept, language, at } = request;
  const isWorkbook = wantsWorkbook(accept);
  if (!isWorkbook && !wantsSheet(accept)) {
    return listReply(services, route, request, {
      list: (_services, _request, page) => listPayments(services, page),
      view: (row) => row,
    });
  }
  const rows = paymentSheet(language, await allPayments(services));
  const name = `payment-list-${dayAt(at)}`;
  if (isWorkbook) return workbookReply(`${name}.xlsx`, language === 'zh' ? '待拨付清单' : 'Payment list', rows);
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null || typeof cell === 'string' ? cell : cell.fen === null ? null : yuanOf(cell.fen))),
  );
  return sheetReply(`${name}.csv`, cells);
});
