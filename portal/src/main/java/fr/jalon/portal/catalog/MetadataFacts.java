package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.Territory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What scores of metadata look at: a description, which may still lack anything, and what Jalon
 * itself publishes with it.
 *
 * @param license null while nobody has chosen
 * @param contact address, "" when none is given
 * @param period in words, "" when unknown
 * @param formats of the files
 * @param explained true when at least a column has its meaning: the dictionary documents the files
 * @param updatedAt when the data were last published; now, for what is about to be
 */
public record MetadataFacts(
    String summary,
    List<String> keywords,
    @Nullable Theme theme,
    @Nullable Territory territory,
    String period,
    UpdateFrequency frequency,
    @Nullable License license,
    String contact,
    List<WrittenFormat> formats,
    boolean explained,
    Instant updatedAt) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

  /** Of tolerance after the day an update was due: udata, Dataset.compute_quality. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  public MetadataFacts {
    keywords = List.copyOf(keywords);
    formats = List.copyOf(formats);
  }

  /** Of a version as it is published. */
  public static MetadataFacts of(Version version) {
    Description said = version.description();
    Instant published = version.publishedAt();
    String contact = said.contactEmail();
    String period = said.period();
    return new MetadataFacts(
        said.summary(),
        said.keywords(),
        said.theme(),
        said.territory(),
        period == null ? "" : period,
        said.frequency(),
        said.license(),
        contact == null ? "" : contact,
        version.distributions().stream().map(Distribution::format).toList(),
        version.columns().stream().anyMatch(column -> !column.description().isBlank()),
        published == null ? version.createdAt() : published);
  }

  /** True when the period can be told in dates: it names a year. */
  boolean isDated() {
    return YEAR.matcher(period).find();
  }

  /** True when the promised update is not late, or none is promised. */
  boolean isInTime(Instant now) {
    return frequency != UpdateFrequency.UNKNOWN
        && (frequency.days() == 0
            || now.isBefore(updatedAt.plus(Duration.ofDays(frequency.days())).plus(TOLERANCE)));
  }
}
