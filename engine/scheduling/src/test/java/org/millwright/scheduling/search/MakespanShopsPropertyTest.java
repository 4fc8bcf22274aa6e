// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.Reading;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.ShopCompiler;
import org.millwright.scheduling.shop.Valuation;

/** Random job shops and hybrid flow shops; one seed a commit. */
class MakespanShopsPropertyTest {

  @Property(tries = 60, seed = "42")
  void heads_and_tails_mended_move_by_move_are_those_computed_at_once(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Shop shop = ShopCompiler.compile(flexibleJobShop(random));
    Candidate start = new Opening(shop, new Valuation(shop)).first();
    JobShop graph = new JobShop(shop);
    graph.load(start.mode(), java.util.Arrays.stream(start.start()).asDoubleStream().toArray());
    JobShop fresh = new JobShop(shop);

    int moved = 0;
    for (int i = 0; i < 100; i++) {
      int operation = random.nextInt(graph.count);
      int modes = shop.modeFrom[operation + 1] - shop.modeFrom[operation];
      int mode = shop.modeFrom[operation] + random.nextInt(modes);
      int machine = shop.modeMachine[mode];
      int places = graph.length[machine] + (machine == graph.machine[operation] ? 0 : 1);
      moved += graph.move(operation, mode, random.nextInt(places)) ? 1 : 0;
      fresh.load(graph.mode.clone(), graph.sequences());
      assertThat(graph.head).isEqualTo(fresh.head);
      assertThat(graph.tail).isEqualTo(fresh.tail);
      assertThat(graph.makespan()).isEqualTo(fresh.makespan());
    }
    assertThat(moved).isPositive();
  }

  @Property(tries = 60, seed = "42")
  void orders_of_a_hybrid_flow_shop_decode_to_legal_plans(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Problem problem = hybridFlowShop(random);
    Shop shop = ShopCompiler.compile(problem);
    assertThat(HybridFlow.suits(shop)).isTrue();
    Candidate start = new Opening(shop, new Valuation(shop)).first();

    for (boolean backwards : new boolean[] {false, true}) {
      HybridFlow flow = new HybridFlow(shop, backwards);
      int[] order = flow.order(start);
      int value = flow.decode(order, HybridFlow.ABOVE - 1);
      Candidate plan = flow.plan(order);
      assertThat(Checker.check(problem, Plans.of(shop, plan)).violations()).isEmpty();
      assertThat(plan.cost()).isLessThanOrEqualTo(value);
      assertThat(flow.decode(order, value)).isEqualTo(value);
      assertThat(flow.decode(order, value - 1)).isEqualTo(HybridFlow.ABOVE);
    }
  }

  private static Problem flexibleJobShop(SplittableRandom random) {
    int jobs = 2 + random.nextInt(6);
    int machines = 2 + random.nextInt(4);
    StringBuilder text = new StringBuilder(jobs + " " + machines + " 1\n");
    for (int j = 0; j < jobs; j++) {
      int operations = 1 + random.nextInt(6);
      text.append(operations);
      for (int o = 0; o < operations; o++) {
        int modes = 1 + random.nextInt(2);
        int first = random.nextInt(machines);
        text.append(' ').append(modes);
        for (int m = 0; m < modes; m++) {
          text.append(' ').append((first + m) % machines + 1);
          text.append(' ').append(1 + random.nextInt(20));
        }
      }
      text.append('\n');
    }
    return ((Reading.Accepted) Format.FJSP.read("random", text.toString())).problem();
  }

  private static Problem hybridFlowShop(SplittableRandom random) {
    int jobs = 1 + random.nextInt(12);
    int stages = 1 + random.nextInt(4);
    StringBuilder text = new StringBuilder(jobs + "\n" + stages + "\n");
    for (int s = 0; s < stages; s++) {
      text.append(s == 0 ? 2 : 1 + random.nextInt(3)).append(' ');
    }
    for (int j = 0; j < jobs; j++) {
      text.append('\n');
      for (int s = 0; s < stages; s++) {
        text.append(1 + random.nextInt(30)).append(' ');
      }
    }
    return ((Reading.Accepted) Format.HFSP.read("random", text.toString())).problem();
  }
}
