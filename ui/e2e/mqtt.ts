// SPDX-License-Identifier: Apache-2.0
// The least of MQTT 3.1.1 that a device needs to say one thing: connect, publish at QoS 1, disconnect.
import { connect } from "node:net";

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
};

function packet(first: number, body: Buffer): Buffer {
  const length: number[] = [];
  let rest = body.length;
  do {
    length.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest >>= 7;
  } while (rest > 0);
  return Buffer.concat([Buffer.from([first, ...length]), body]);
}

/** Publishes one message and waits for the broker's acknowledgement. */
export function publish(port: number, user: string, password: string, topic: string, payload: string): Promise<void> {
  return new Promise((done, failed) => {
    const socket = connect(port, "127.0.0.1");
    const flags = 0b1100_0010; // user name, password, clean session
    socket.write(packet(0x10, Buffer.concat([text("MQTT"), Buffer.from([4, flags, 0, 30]), text(`${user}-e2e`), text(user), text(password)])));
    socket.on("error", failed);
    socket.on("close", () => failed(new Error("the broker closed the connection")));
    socket.on("data", (answer) => {
      const kind = (answer[0] ?? 0) >> 4;
      if (kind === 2) {
        if (answer[3] !== 0) return failed(new Error(`the broker refused the connection with ${answer[3]}`));
        socket.write(packet(0x32, Buffer.concat([text(topic), Buffer.from([0, 1]), Buffer.from(payload)])));
      } else if (kind === 4) {
        socket.end(packet(0xe0, Buffer.alloc(0)));
        done();
      }
      return undefined;
    });
  });
}
