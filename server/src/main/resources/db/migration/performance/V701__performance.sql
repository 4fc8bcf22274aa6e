-- What work units were seen to do. Intervals follow from the changes; gaps do not exist.
create table state_change (
  id        bigint       primary key,
  unit      varchar(500) not null,
  at        timestamp with time zone not null,
  state     varchar(20)  not null,
  reason    varchar(80)  not null,
  product   varchar(200) not null,
  source    varchar(10)  not null,
  import_id varchar(40)
);
create index state_change_unit_at on state_change (unit, at);

create table count_record (
  id        bigint       primary key,
  unit      varchar(500) not null,
  starts_at timestamp with time zone not null,
  ends_at   timestamp with time zone not null,
  product   varchar(200) not null,
  total     bigint       not null,
  good      bigint       not null,
  scrap     bigint       not null,
  rework    bigint       not null,
  source    varchar(10)  not null,
  import_id varchar(40)
);
create index count_record_unit_end on count_record (unit, ends_at);

-- What people said. Laid over the observation, never in its place. No end: until the stop ends.
create table downtime_remark (
  id        bigint        primary key,
  unit      varchar(500)  not null,
  starts_at timestamp with time zone not null,
  ends_at   timestamp with time zone,
  reach     varchar(12)   not null,
  state     varchar(20),
  reason    varchar(80)   not null,
  note      varchar(4000) not null,
  by_user   varchar(200)  not null,
  at        timestamp with time zone not null
);
create index downtime_remark_unit_start on downtime_remark (unit, starts_at);

-- Up to which place of the ingest journal everything derived for a unit is stored.
create table unit_progress (
  unit     varchar(500) primary key,
  position bigint       not null
);

-- When the platform last ran: after a crash the time since is not observed.
create table performance_heartbeat (
  id integer primary key,
  at timestamp with time zone not null
);
