-- /api/ready says whether the database is as new as the program: which steps were applied, and nothing else of this table. Whoever
-- applied the migrations in another way has no such table, and the program then counts none.
do $$ begin
  if to_regclass('public._prisma_migrations') is not null then
    grant select (migration_name, finished_at, rolled_back_at) on _prisma_migrations to lachan_system;
  end if;
end $$;
