package fr.jalon.portal.culture;

import fr.jalon.portal.catalog.Openings;
import fr.jalon.portal.catalog.Openings.Opened;
import fr.jalon.portal.culture.FirstDataset.Effort;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.OpeningDuty;
import fr.jalon.portal.organization.Organizations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an authority might open first, from what is known of it; no score, an order with its
 * reasons.
 */
@Component
public class FirstDatasets {
  /** Authorities of the same kind, from half to double the inhabitants, are alike. */
  static final double ALIKE = 2;

  private static final int BEST = 3;

  private final Organizations organizations;
  private final Openings openings;

  FirstDatasets(Organizations organizations, Openings openings) {
    this.organizations = organizations;
    this.openings = openings;
  }

  /**
   * What is proposed to an authority.
   *
   * @param law what the law of 2016 asks of it
   * @param proposed in the order of their reasons
   * @param opened what it opened already, by what it is
   */
  public record Advice(
      LocalAuthority authority,
      OpeningDuty law,
      List<Proposal> proposed,
      Map<FirstDataset, Opened> opened) {
    public Advice {
      proposed = List.copyOf(proposed);
    }

    /** Those to begin with: as many as one reads at a glance. */
    public List<Proposal> best() {
      return proposed.subList(0, Math.min(BEST, proposed.size()));
    }

    public List<Proposal> others() {
      return proposed.subList(best().size(), proposed.size());
    }
  }

  /**
   * @param alike authorities that are alike and opened one
   * @param example one of theirs, null when there is none
   */
  public record Proposal(FirstDataset what, int alike, @Nullable Opened example) {}

  Advice advise(LocalAuthority authority) {
    OpeningDuty law = OpeningDuty.of(authority.kind(), authority.population());
    Map<FirstDataset, Opened> opened = new EnumMap<>(FirstDataset.class);
    openings
        .list(Set.of(authority.id()))
        .forEach(one -> kinds(one).forEach(what -> opened.putIfAbsent(what, one)));
    Map<FirstDataset, Map<UUID, Opened>> elsewhere = new EnumMap<>(FirstDataset.class);
    Set<UUID> alike = organizations.listAlike(authority, ALIKE);
    openings
        .list(alike)
        .forEach(
            one ->
                kinds(one)
                    .forEach(
                        what ->
                            elsewhere
                                .computeIfAbsent(what, none -> new LinkedHashMap<>())
                                .putIfAbsent(one.publisherId(), one)));
    List<Proposal> proposed = new ArrayList<>();
    for (FirstDataset what : FirstDataset.values()) {
      boolean early = what == FirstDataset.CATALOGUE && opened.isEmpty();
      if (what.isOf(authority.kind()) && !opened.containsKey(what) && !early) {
        Map<UUID, Opened> theirs = elsewhere.getOrDefault(what, Map.of());
        proposed.add(
            new Proposal(what, theirs.size(), theirs.values().stream().findFirst().orElse(null)));
      }
    }
    proposed.sort(order());
    return new Advice(authority, law, proposed, opened);
  }

  /**
   * What takes no effort, then what costs little and is asked for, then what others like it began
   * with; the order of the list among equals.
   */
  private static Comparator<Proposal> order() {
    return Comparator.<Proposal, Boolean>comparing(one -> one.what().effort() != Effort.NONE)
        .thenComparing(one -> !(one.what().isAsked() && one.what().effort() == Effort.SMALL))
        .thenComparing(Proposal::alike, Comparator.reverseOrder())
        .thenComparing(one -> !one.what().isAsked())
        .thenComparing(one -> one.what().effort())
        .thenComparing(Proposal::what);
  }

  private static Set<FirstDataset> kinds(Opened one) {
    return Stream.of(FirstDataset.values())
        .filter(what -> what.isIn(one.schema(), one.folded()))
        .collect(Collectors.toSet());
  }
}
