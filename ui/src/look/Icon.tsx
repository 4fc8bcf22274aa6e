// SPDX-License-Identifier: Apache-2.0
// Our own small line icons, on a 16-pixel grid.
const PATHS = {
  command: "M2 3h12v8H2zM5.5 14h5M8 11v3M4.5 8.5l2-2 1.5 1.5 3-3",
  line: "M2 6h3v4H2zM6.5 6h3v4h-3zM11 6h3v4h-3zM5 8h1.5M9.5 8H11",
  machine: "M3 13V7l3.5 2V7L10 9V3h3v10zM3 13h10",
  downtime: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM6.5 6v4M9.5 6v4",
  shifts: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5 9.5h2M9 9.5h2",
  devices: "M5 5h6v6H5zM6.5 2v3M9.5 2v3M6.5 11v3M9.5 11v3M2 6.5h3M2 9.5h3M11 6.5h3M11 9.5h3",
  equipment: "M2.5 3h4v3h-4zM9.5 6.5h4v3h-4zM9.5 11h4v3h-4zM4.5 6v6.5h5M4.5 8h5",
  administration: "M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM8 2v1.8M8 12.2V14M2 8h1.8M12.2 8H14M3.8 3.8 5 5M11 11l1.2 1.2M12.2 3.8 11 5M5 11l-1.2 1.2",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3 3",
  close: "M4 4l8 8M12 4l-8 8",
  right: "M6 3.5 10.5 8 6 12.5",
  left: "M10 3.5 5.5 8l4.5 4.5",
  down: "M3.5 6 8 10.5 12.5 6",
  up: "M3.5 10 8 5.5l4.5 4.5",
  user: "M8 2.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5zM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5",
  wall: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  warning: "M8 2 1.8 13.2h12.4zM8 6.5v3M8 11.2v.3",
  info: "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 7.2v3.6M8 5v.3",
  add: "M8 3v10M3 8h10",
  check: "M3 8.5 6.5 12 13 4.5",
  split: "M8 2v12M5 5 2 8l3 3M11 5l3 3-3 3",
  comment: "M2.5 3h11v8H7l-3 2.5V11H2.5z",
  edit: "M3 13l.6-3L10.5 3l2.5 2.5-7 7zM9 4.5 11.5 7",
  remove: "M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5 5 13.5h6l.5-9M6.8 7v4M9.2 7v4",
  upload: "M8 11V3M4.5 6 8 2.5 11.5 6M2.5 11v2.5h11V11",
  download: "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M2.5 11v2.5h11V11",
  refresh: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.5",
  help: "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM6.3 6.4A1.8 1.8 0 0 1 8 5c1 0 1.8.7 1.8 1.6C9.8 8 8 7.9 8 9.2M8 11v.3",
  sidebar: "M2.5 3h11v10h-11zM6 3v10",
  link: "M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 3.5 3.5L10.5 8.5M9 11l-1.5 1.5A2.5 2.5 0 0 1 4 9l1.5-1.5",
  send: "M2.5 8 13.5 3 10 13.5 7.5 9zM7.5 9l6-6",
  stack: "M2 5.5 8 2.5l6 3-6 3zM2 8.5l6 3 6-3M2 11l6 3 6-3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
