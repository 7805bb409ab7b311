-- An export says of which province it was as its event does: by the code that the organisation bears, checked nowhere else either.
alter table export_record drop constraint export_record_province_code_fkey;
