package fr.jalon.portal.agreement;

import fr.jalon.portal.document.TemplateFault;
import fr.jalon.portal.document.TextKind;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The texts of the papers of an agreement. */
public enum AgreementPaper implements TextKind {
  /** The words between the first page and the signatures. */
  ARTICLES("articles", List.of(), List.of("plan-de-financement")),
  AGREEMENT("convention", List.of(), List.of("articles", "plan-de-financement")),
  AMENDMENT(
      "avenant",
      List.of("numero", "effet", "article-avenant"),
      List.of("changements", "plan-de-financement")),
  NOTICE(
      "avis-des-sommes-a-payer",
      List.of(
          "article-financement",
          "contribution-due",
          "deja-demande",
          "deja-paye",
          "reste-a-demander",
          "reste-a-payer"),
      List.of("plan-de-financement")),
  TERMINATION(
      "resiliation",
      List.of(
          "recu-le",
          "dernier-jour",
          "article-resiliation",
          "article-financement",
          "contribution-due",
          "deja-paye",
          "reste-a-payer"),
      List.of()),
  MEMBERSHIP_LOSS(
      "sortie-du-gip",
      List.of(
          "decision-du",
          "dernier-jour",
          "article-resiliation",
          "contribution-due",
          "deja-paye",
          "reste-a-payer"),
      List.of()),
  MUTUAL_END(
      "accord-de-resiliation",
      List.of(
          "dernier-jour",
          "article-accord",
          "contribution-convenue",
          "contribution-due",
          "deja-paye",
          "reste-a-payer"),
      List.of());

  /** What any paper of an agreement may name. */
  private static final List<String> COMMON =
      List.of(
          "titre",
          "organisateur",
          "signataire-organisateur",
          "lieu",
          "date",
          "beneficiaire",
          "signataire",
          "adresse",
          "terme",
          "fin",
          "sessions",
          "budget",
          "contribution",
          "avis-debut",
          "avis-fin");

  private final String key;
  private final List<String> fields;
  private final List<String> parts;

  AgreementPaper(String key, List<String> fields, List<String> parts) {
    this.key = key;
    this.fields = fields;
    this.parts = parts;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Set<String> fields() {
    Set<String> all = new LinkedHashSet<>(fields);
    all.addAll(COMMON);
    return Collections.unmodifiableSet(all);
  }

  @Override
  public Set<String> parts() {
    return Set.copyOf(parts);
  }

  @Override
  public List<TemplateFault> faults(String text) {
    return this == ARTICLES ? ArticlesText.read(text).faults() : TextKind.super.faults(text);
  }

  @Override
  public String messageKey() {
    return "agreement.papers." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
