create table shift_pattern (
  code   varchar(80)  primary key,
  name   varchar(200) not null,
  anchor date         not null,
  cycle  text         not null
);

-- Which pattern a node and all below it follow from a date on; no pattern: no shift runs.
create table shift_calendar (
  node         varchar(500) not null,
  valid_from   date         not null,
  pattern_code varchar(80)  references shift_pattern (code),
  zone         varchar(80)  not null,
  primary key (node, valid_from)
);

create table shift_holiday (
  node       varchar(500) not null,
  on_date    date         not null,
  name       varchar(200) not null,
  works_like integer,
  primary key (node, on_date)
);

create table shift_planned_stop (
  id        varchar(40)   primary key,
  node      varchar(500)  not null,
  starts_at timestamp with time zone not null,
  ends_at   timestamp with time zone not null,
  reason    varchar(80)   not null,
  note      varchar(2000) not null
);

-- Shifts as they really were, or overtime: on their date they replace what the pattern says.
create table shift_special (
  id            varchar(40)  primary key,
  node          varchar(500) not null,
  business_date date         not null,
  shift         varchar(80)  not null,
  crew          varchar(80)  not null,
  starts_at     timestamp with time zone not null,
  ends_at       timestamp with time zone not null
);

create table shift_crew (
  id      varchar(40)   primary key,
  node    varchar(500)  not null,
  name    varchar(80)   not null,
  members varchar(4000) not null
);

-- A person on duty for a time, beside or instead of the crew's members.
create table shift_duty (
  id        varchar(40)   primary key,
  node      varchar(500)  not null,
  starts_at timestamp with time zone not null,
  ends_at   timestamp with time zone not null,
  person    varchar(200)  not null,
  note      varchar(2000) not null
);
