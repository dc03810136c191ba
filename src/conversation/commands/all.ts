import { alertCommands } from './alerts.ts';
import { attachCommands } from './attach.ts';
import { boardCommands } from './board.ts';
import { cardCommands } from './card.ts';
import { cartCommands } from './cart.ts';
import { chartCommands } from './chart.ts';
import { clientCommands } from './clients.ts';
import { devisCommands } from './devis.ts';
import { debtCommands } from './debts.ts';
import { goalsCommands } from './goals.ts';
import { goodsCommands } from './goods.ts';
import { reportCommands } from './reports.ts';
import { shelfCommands } from './shelves.ts';
import { saleCommands } from './sales.ts';
import { productCommands } from './products.ts';
import { tillCommands } from './till.ts';
import { dictationCommands } from './dictation.ts';
import { identityCommands } from './identity.ts';
import { moneyCommands } from './money.ts';
import { purchaseCommands } from './purchases.ts';
import { supplyCommands } from './supply.ts';
import { openingCommands } from './opening.ts';
import { ownOrderCommands } from './own-order.ts';
import { paymentCommands } from './payments.ts';
import { settingsCommands } from './settings.ts';
import { orderCommands } from './orders.ts';
import { stageCommands } from './stages.ts';
import { measuresCommands } from './measures.ts';
import { tailoredOrderCommands } from './tailored-order.ts';
import { myOrdersCommands } from './my-orders.ts';
import { quoteCommands } from './quotes.ts';
import { feedbackCommands } from './feedback.ts';
import { receiptCommands } from './receipts.ts';
import { refundCommands } from './refunds.ts';
import { tailoringCommands } from './tailoring.ts';
import { teamCommands } from './team.ts';
import { walkInCommands } from './walk-in.ts';

/** Who answers each command of the flows. A new area is a file and a line here. */
export const handlersOfAll = {
  ...identityCommands,
  ...alertCommands,
  ...purchaseCommands,
  ...supplyCommands,
  ...goalsCommands,
  ...goodsCommands,
  ...saleCommands,
  ...shelfCommands,
  ...reportCommands,
  ...debtCommands,
  ...tillCommands,
  ...productCommands,
  ...moneyCommands,
  ...openingCommands,
  ...ownOrderCommands,
  ...paymentCommands,
  ...settingsCommands,
  ...myOrdersCommands,
  ...quoteCommands,
  ...feedbackCommands,
  ...receiptCommands,
  ...refundCommands,
  ...tailoringCommands,
  ...teamCommands,
  ...attachCommands,
  ...boardCommands,
  ...cardCommands,
  ...cartCommands,
  ...chartCommands,
  ...devisCommands,
  ...orderCommands,
  ...stageCommands,
  ...tailoredOrderCommands,
  ...measuresCommands,
  ...dictationCommands,
  ...clientCommands,
  ...walkInCommands,
};
