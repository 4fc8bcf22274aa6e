create table equipment_class (
  code    varchar(80)  primary key,
  name_en varchar(200) not null,
  name_zh varchar(200) not null
);

create table template_property (
  class_code varchar(80)  not null references equipment_class (code) on delete cascade,
  property   varchar(120) not null,
  position   int          not null,
  role       varchar(30)  not null,
  metric     varchar(300) not null,
  name_en    varchar(200) not null,
  name_zh    varchar(200) not null,
  unit       varchar(40)  not null,
  scale      double precision not null,
  wraps_at   bigint,
  primary key (class_code, property)
);

create table state_rule (
  class_code varchar(80)  not null references equipment_class (code) on delete cascade,
  position   int          not null,
  property   varchar(120) not null,
  test       varchar(20)  not null,
  low        double precision,
  high       double precision,
  seconds    double precision not null,
  state      varchar(20),
  primary key (class_code, position)
);

create table equipment_node (
  path                 varchar(500) primary key,
  level                varchar(20)  not null,
  name_en              varchar(200) not null,
  name_zh              varchar(200) not null,
  class_code           varchar(80) references equipment_class (code),
  position             int          not null,
  target_oee           double precision,
  production           boolean      not null,
  digitally_controlled boolean      not null,
  buffer_capacity      double precision,
  source               varchar(80),
  edge_node            varchar(200),
  device               varchar(200)
);

create table product (
  code    varchar(80)  primary key,
  name_en varchar(200) not null,
  name_zh varchar(200) not null,
  unit    varchar(40)  not null
);

create table ideal_cycle (
  node    varchar(500) not null references equipment_node (path) on delete cascade,
  product varchar(80)  not null,
  seconds double precision not null,
  primary key (node, product)
);
