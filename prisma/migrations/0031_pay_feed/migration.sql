-- Fetching benchmarks from an outside feed: each time that it was asked for, how often it was tried, and what came of it.
create table pay_feed_run (
    id uuid not null,
    state text not null default 'waiting',
    attempts integer not null default 0,
    next_at timestamptz(3) not null default current_timestamp,
    problem text,
    detail jsonb not null default '{}',
    added integer not null default 0,
    asked_by_name text not null,
    asked_at timestamptz(3) not null default current_timestamp,
    ended_at timestamptz(3),

    constraint pay_feed_run_pkey primary key (id)
);
create index pay_feed_run_asked_at_idx on pay_feed_run(asked_at);
-- One at a time is under way.
create unique index pay_feed_run_under_way on pay_feed_run (state) where state = 'waiting';
alter table pay_feed_run
  add constraint pay_feed_run_state check (state in ('waiting', 'taken', 'same', 'refused', 'failed')),
  add constraint pay_feed_run_counts check (attempts >= 0 and added >= 0 and (added > 0) = (state = 'taken')),
  add constraint pay_feed_run_ended check ((state = 'waiting') = (ended_at is null)),
  add constraint pay_feed_run_problem check ((state in ('refused', 'failed')) <= (problem is not null));

-- What is known of the parts of a benchmark is all of it.
alter table pay_benchmark add constraint pay_benchmark_parts check (jsonb_typeof(parts) = 'object');
