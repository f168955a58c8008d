package fr.jalon.portal.agreement;

import fr.jalon.portal.document.PaperRemoval;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.storage.UnusedFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Agreements whose time is over. One with something left to pay or in dispute stays, however old.
 */
@Component
class AgreementRetention implements Retention {
  static final String TREATMENT = "agreements";

  /** As long as supporting documents of accounts are kept: code de commerce, article L. 123-22. */
  private static final Period KEPT = Period.ofYears(10);

  private static final Rule RULE =
      new Rule("ended-agreements", TREATMENT, KEPT, Source.PROPOSED, true, false);

  private final Agreements agreements;
  private final AgreementRows rows;
  private final UnusedFiles files;
  private final PaperRemoval kept;

  AgreementRetention(
      Agreements agreements, AgreementRows rows, UnusedFiles files, PaperRemoval kept) {
    this.agreements = agreements;
    this.rows = rows;
    this.files = files;
    this.kept = kept;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public List<Due> listDue(Instant now, int most) {
    return settled(now)
        .map(
            one ->
                new Due(
                    one.id().toString(),
                    last(one).atStartOfDay(Agreements.ZONE).toInstant(),
                    one.reckon().termsOn(last(one)).beneficiary()))
        .sorted(Comparator.comparing(Due::at).thenComparing(Due::id))
        .limit(most)
        .toList();
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    List<Agreement> still = settled(now).filter(one -> ids.contains(one.id().toString())).toList();
    List<String> papers =
        still.stream()
            .flatMap(one -> one.facts().stream())
            .map(Fact::document)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    files.removeOnceCommitted(papers);
    List<UUID> gone = still.stream().map(Agreement::id).toList();
    kept.remove(gone);
    return rows.remove(gone);
  }

  private Stream<Agreement> settled(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Agreements.ZONE);
    return agreements.listOverBefore(RULE.lastDay(now)).stream()
        .filter(
            one -> {
              Position position = one.reckon().on(today);
              return position.status() == Status.GIVEN_UP
                  || position.remaining().equals(Euros.ZERO) && !position.disputed();
            });
  }

  private static LocalDate last(Agreement one) {
    return one.findLast().orElseThrow();
  }
}
