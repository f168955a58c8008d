package fr.jalon.portal.home.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is shown at a glance: of each authority what presses most, and one good news when there is
 * one.
 *
 * @param lines the most pressing first
 * @param more how many others stand that whoever looks has not put aside
 */
public record Shown(List<Signal> lines, int more) {
  /** As many as one reads at a glance. */
  public static final int MOST = 7;

  public Shown {
    lines = List.copyOf(lines);
  }

  /**
   * @param open in their order
   */
  public static Shown of(List<Signal> open, LocalDate today) {
    List<Signal> here = open.stream().filter(one -> !one.isAside(today)).toList();
    List<Signal> news = here.stream().filter(one -> !one.isNeed()).limit(1).toList();
    List<Signal> lines = new ArrayList<>();
    Set<UUID> told = new HashSet<>();
    for (Signal signal : here) {
      boolean first =
          signal.isNeed() && (signal.beneficiaryId() == null || told.add(signal.beneficiaryId()));
      if (first && lines.size() < MOST - news.size()) {
        lines.add(signal);
      }
    }
    lines.addAll(news);
    return new Shown(lines, here.size() - lines.size());
  }
}
