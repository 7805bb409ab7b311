-- Where money went or came from that no bank or wallet of the register keeps: abroad, to an exchange or a crypto wallet, to a merchant, or
-- to a bank that nobody could name. It is the side of the transfer that is not the answer's own account; cash is told by the answer.
alter table transfer
  add column elsewhere text,
  add column elsewhere_name text,
  add column elsewhere_country text,
  add column elsewhere_swift text;

alter table transfer
  add constraint transfer_elsewhere_known check (elsewhere in ('abroad', 'crypto', 'merchant', 'unknown_bank')),
  -- What is said of a place elsewhere is said of nothing else.
  add constraint transfer_elsewhere_only check (
    elsewhere is not null or (elsewhere_name is null and elsewhere_country is null and elsewhere_swift is null)),
  -- Never both elsewhere and at an institution of the register.
  add constraint transfer_elsewhere_is_no_institution check (
    elsewhere is null or from_institution_id is null or to_institution_id is null),
  add constraint transfer_elsewhere_abroad check (
    case when elsewhere = 'abroad'
      then elsewhere_name is not null and coalesce(elsewhere_country ~ '^[A-Z]{2}$' and elsewhere_country <> 'VN', false)
        and coalesce(elsewhere_swift ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$', true)
      else elsewhere_country is null and elsewhere_swift is null end),
  add constraint transfer_elsewhere_merchant check (elsewhere is distinct from 'merchant' or elsewhere_name is not null),
  -- Something names the other side: its account, its wallet, or its place. Two accounts that nobody names are no transfer.
  add constraint transfer_sides_named check (
    case when elsewhere is null or elsewhere = 'unknown_bank' then from_account <> '' and to_account <> ''
      else from_account || to_account <> '' and (from_account <> '' and to_account <> '' or elsewhere_name is not null) end);
