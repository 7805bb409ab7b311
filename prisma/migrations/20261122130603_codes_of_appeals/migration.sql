-- What a counter becomes is asked as what it was: the desk that hands an appeal in gives it the next number.
alter policy code_counter_update on code_counter with check ((app.keeps_cases() and exists (select 1 from organisation o where o.id = any(app.org_ids()) and o.province_code = code_counter.province_code))
  or (app.answers() and prefix = 'KN' and exists (select 1 from request r where r.addressee_org_id = app.org_id() and r.province_code = code_counter.province_code)));
