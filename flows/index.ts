import { answer } from './identity/answer.ts';
import { consent } from './identity/consent.ts';
import { data } from './identity/data.ts';
import { handoff } from './identity/handoff.ts';
import { home } from './identity/home.ts';
import { human } from './identity/human.ts';
import { language } from './identity/language.ts';
import { offerHuman } from './identity/offer-human.ts';
import { pin } from './identity/pin.ts';
import { profile } from './identity/profile.ts';
import { resume } from './identity/resume.ts';
import { welcome } from './identity/welcome.ts';
import { askRefund } from './money/ask-refund.ts';
import { pay } from './money/pay.ts';
import { receipts } from './money/receipts.ts';
import { refunds } from './money/refunds.ts';
import { take } from './money/take.ts';
import { changePin } from './opening/change-pin.ts';
import { joining } from './opening/joining.ts';
import { opening } from './opening/opening.ts';
import { team } from './opening/team.ts';
import { addGoods } from './shop/add-goods.ts';
import { alert } from './shop/alert.ts';
import { alerts } from './shop/alerts.ts';
import { analysis } from './shop/analysis.ts';
import { cart } from './shop/cart.ts';
import { chart } from './shop/chart.ts';
import { count } from './shop/count.ts';
import { debts } from './shop/debts.ts';
import { dormants } from './shop/dormants.ts';
import { exportGoods } from './shop/export-goods.ts';
import { forecast } from './shop/forecast.ts';
import { goals } from './shop/goals.ts';
import { goodsIn } from './shop/goods-in.ts';
import { importGoods } from './shop/import-goods.ts';
import { missing } from './shop/missing.ts';
import { product } from './shop/product.ts';
import { purchase } from './shop/purchase.ts';
import { purchases } from './shop/purchases.ts';
import { recipient } from './shop/recipient.ts';
import { report } from './shop/report.ts';
import { sale } from './shop/sale.ts';
import { settle } from './shop/settle.ts';
import { shelves } from './shop/shelves.ts';
import { stockOf } from './shop/stock-of.ts';
import { supply } from './shop/supply.ts';
import { till } from './shop/till.ts';
import { toOrder } from './shop/to-order.ts';
import { undo } from './shop/undo.ts';
import { attach } from './tailoring/attach.ts';
import { board } from './tailoring/board.ts';
import { card } from './tailoring/card.ts';
import { client } from './tailoring/client.ts';
import { clients } from './tailoring/clients.ts';
import { complain } from './tailoring/complain.ts';
import { deliver } from './tailoring/deliver.ts';
import { devis } from './tailoring/devis.ts';
import { garments } from './tailoring/garments.ts';
import { late } from './tailoring/late.ts';
import { measures } from './tailoring/measures.ts';
import { myOrders } from './tailoring/my-orders.ts';
import { quote } from './tailoring/quote.ts';
import { rate } from './tailoring/rate.ts';
import { ready } from './tailoring/ready.ts';
import { settings } from './tailoring/settings.ts';
import { shopCode } from './tailoring/shop-code.ts';
import { stage } from './tailoring/stage.ts';
import { tailoredOrder } from './tailoring/tailored-order.ts';
import { tasks } from './tailoring/tasks.ts';
import { walkIn } from './tailoring/walk-in.ts';

/** Every conversation the product can hold. Adding one means a file and a line here. */
export const flows = [
  welcome, home, language, consent, human, offerHuman, answer, handoff, data, profile, pin, resume,
  changePin, joining, opening, team,
  attach, board, card, client, clients, complain, deliver, devis, garments, late, measures, myOrders, quote, rate, ready,
  settings, shopCode, stage, tailoredOrder, tasks, walkIn,
  askRefund, pay, receipts, refunds, take,
  addGoods, alert, alerts, cart, count, debts, exportGoods, goodsIn, importGoods, missing, product, purchase, purchases, recipient, sale, settle, stockOf, supply, till, undo,
  analysis, chart, dormants, forecast, goals, report, shelves, toOrder,
];
