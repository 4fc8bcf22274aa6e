-- Rows of files as people brought them; which of them count is decided by date.
create table imported_row (
  id            varchar(700)  primary key,
  kind          varchar(12)   not null,
  unit          varchar(500)  not null,
  business_date date          not null,
  starts_at     timestamp with time zone not null,
  ends_at       timestamp with time zone not null,
  monitored_ms  bigint        not null,
  running_ms    bigint        not null,
  stopped_ms    bigint        not null,
  state         varchar(20)   not null,
  reason        varchar(80)   not null,
  product       varchar(200)  not null,
  total         bigint        not null,
  file_line     bigint        not null,
  by_user       varchar(200)  not null,
  at            timestamp with time zone not null
);
create index imported_row_unit_date on imported_row (unit, business_date);

create table import_decision (
  unit          varchar(500) not null,
  business_date date         not null,
  source        varchar(12)  not null,
  by_user       varchar(200) not null,
  at            timestamp with time zone not null,
  primary key (unit, business_date)
);
