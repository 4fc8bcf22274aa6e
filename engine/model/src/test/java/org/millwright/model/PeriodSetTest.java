// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PeriodSetTest {

  private static final int HORIZON = 60;

  @Property(tries = 300)
  void behavesLikeASetOfInstants(
      @ForAll("periods") List<Period> a, @ForAll("periods") List<Period> b) {
    PeriodSet left = PeriodSet.union(a);
    PeriodSet right = PeriodSet.union(b);
    BitSet l = bits(a);
    BitSet r = bits(b);

    assertThat(left).isEqualTo(fromBits(l));
    BitSet union = (BitSet) l.clone();
    union.or(r);
    assertThat(left.union(right)).isEqualTo(fromBits(union));
    BitSet both = (BitSet) l.clone();
    both.and(r);
    assertThat(left.intersect(right)).isEqualTo(fromBits(both));
    BitSet without = (BitSet) l.clone();
    without.andNot(r);
    assertThat(left.minus(right)).isEqualTo(fromBits(without));
    assertThat(left.duration().toMillis()).isEqualTo(l.cardinality());
    for (int i = 0; i < HORIZON; i++) {
      assertThat(left.contains(Instant.ofEpochMilli(i))).isEqualTo(l.get(i));
    }
  }

  @Test
  void refusesAPeriodThatDoesNotEndAfterItStarts() {
    assertThatThrownBy(() -> Period.ofMillis(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<List<Period>> periods() {
    Arbitrary<Integer> start = Arbitraries.integers().between(0, HORIZON - 12);
    return start
        .flatMap(s -> Arbitraries.integers().between(1, 12).map(n -> Period.ofMillis(s, s + n)))
        .list()
        .ofMaxSize(8);
  }

  private static BitSet bits(List<Period> periods) {
    BitSet bits = new BitSet();
    periods.forEach(p -> bits.set((int) p.start().toEpochMilli(), (int) p.end().toEpochMilli()));
    return bits;
  }

  private static PeriodSet fromBits(BitSet bits) {
    List<Period> periods = new ArrayList<>();
    for (int from = bits.nextSetBit(0);
        from >= 0;
        from = bits.nextSetBit(bits.nextClearBit(from))) {
      periods.add(Period.ofMillis(from, bits.nextClearBit(from)));
    }
    return PeriodSet.union(periods);
  }
}
