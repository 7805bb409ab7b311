-- A further statement of a case's victim raises what was lost and may show an earlier first transfer. Which rows: as the case's policies say.
grant update (reported_loss, first_transfer_at) on fraud_case to lachan_app;
