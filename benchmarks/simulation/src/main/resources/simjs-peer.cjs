// SPDX-License-Identifier: Apache-2.0
// Runs a benchmark model on simjs and prints events per second of processor time. Arguments: folder of simjs, model, events.
globalThis.window = globalThis;
require(process.argv[2] + "/node_modules/simjs/sim.js");
const { Sim: SimJs } = globalThis;
const model = process.argv[3];
const events = Number(process.argv[4]);
let fired = 0;

class Holder extends SimJs.Entity {
  start() {
    this.next();
  }
  next() {
    this.setTimer(Math.random() * 2000).done(() => {
      fired++;
      this.next();
    });
  }
}

class Arrivals extends SimJs.Entity {
  start() {
    this.arrive();
  }
  arrive() {
    this.useFacility(server, -Math.log(Math.random())).done(() => fired++);
    this.setTimer(-1.25 * Math.log(Math.random())).done(() => {
      fired++;
      this.arrive();
    });
  }
}

const sim = new SimJs.Sim();
const server = new SimJs.Facility("server");
const began = process.cpuUsage();
if (model === "hold") {
  for (let i = 0; i < 1000; i++) sim.addEntity(Holder);
  sim.simulate(events);
} else {
  sim.addEntity(Arrivals);
  sim.simulate(events / 1.6);
}
const used = process.cpuUsage(began);
console.log(fired / ((used.user + used.system) / 1e6));
