-- What its client had with the shop is neither money that comes nor owed.
COMMENT ON COLUMN v_ai_analyse_ventes.paid_how IS 'cash, momo, credit (owed by the client), or other: with what the client had there.';
