package fr.jalon.engine.rule.variant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is proposed for one column, value by value; the first reason given stays. Chains are
 * followed to their end, so that no final writing is itself put right, and circles are left alone.
 */
final class Proposals {
  private final Values values;
  private final Map<Integer, Step> steps = new LinkedHashMap<>();

  Proposals(Values values) {
    this.values = values;
  }

  private record Step(int to, Reason reason) {}

  void add(int from, int to, Reason reason) {
    steps.putIfAbsent(from, new Step(to, reason));
  }

  boolean has(int from) {
    return steps.containsKey(from);
  }

  List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    steps.forEach(
        (from, step) -> {
          int to = end(from);
          if (to >= 0) {
            variants.add(
                new Variant(
                    values.text(from),
                    values.text(to),
                    values.count(from),
                    values.count(to),
                    step.reason()));
          }
        });
    return variants;
  }

  private int end(int from) {
    Set<Integer> met = new HashSet<>();
    int at = from;
    for (Step step = steps.get(at); step != null; step = steps.get(at)) {
      if (!met.add(at)) {
        return -1;
      }
      at = step.to();
    }
    return at;
  }
}
