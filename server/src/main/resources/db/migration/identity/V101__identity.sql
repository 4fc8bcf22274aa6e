create table users (
  name                 varchar(80)  primary key,
  display_name         varchar(200) not null,
  password_hash        varchar(300) not null,
  must_change_password boolean      not null,
  disabled             boolean      not null default false,
  created_at           timestamp with time zone not null
);

create table role_grants (
  user_name varchar(80)  not null references users (name) on delete cascade,
  node      varchar(500) not null,
  role      varchar(30)  not null,
  primary key (user_name, node, role)
);

create table api_tokens (
  id           varchar(40)  primary key,
  name         varchar(200) not null,
  token_hash   varchar(64)  not null unique,
  node         varchar(500) not null,
  role         varchar(30)  not null,
  created_by   varchar(80)  not null,
  created_at   timestamp with time zone not null,
  expires_at   timestamp with time zone
);

-- Append only: no code updates or deletes a line, and each line carries the hash of the one before it.
create table audit (
  id      bigint        primary key,
  at      timestamp with time zone not null,
  actor   varchar(200)  not null,
  action  varchar(80)   not null,
  subject varchar(500)  not null,
  detail  varchar(4000) not null,
  hash    varchar(64)   not null
);

-- Spring Session JDBC, so that a restart logs nobody out.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
