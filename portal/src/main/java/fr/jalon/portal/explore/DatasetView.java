package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.Publisher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a dataset shows, in words and links.
 *
 * @param sandbox true for a rehearsal: watermarked, never indexed
 * @param publishedHref the published version's page, on a rehearsal of its next one
 * @param sandboxHref the rehearsal's page, for those who may see it
 * @param careHref where its own people look after its versions and its history, null for others
 * @param withdrawable true for those who may withdraw it
 * @param canonical the page's whole address
 * @param describedBy the whole address of its description for machines
 * @param linkedData its schema.org description, "" for a rehearsal
 * @param late what was promised and has not come, null when nothing
 * @param said what people asked and made, null for a rehearsal
 * @param explorer the rows, when they are what is looked at; one of the three is given
 */
public record DatasetView(
    boolean sandbox,
    @Nullable String publishedHref,
    @Nullable String sandboxHref,
    @Nullable String careHref,
    boolean withdrawable,
    String canonical,
    String describedBy,
    String linkedData,
    String promise,
    List<String> rest,
    Publisher publisher,
    String when,
    String license,
    String licenseHref,
    String frequency,
    @Nullable String late,
    List<Tab> tabs,
    @Nullable ExplorerView explorer,
    @Nullable MapView map,
    @Nullable ChartView chart,
    List<Download> downloads,
    List<ColumnLine> columns,
    QualityView quality,
    List<VersionLine> versions,
    List<String> corrections,
    List<Fact> facts,
    List<Fact> examples,
    DatasetAside.@Nullable Said said) {
  public DatasetView {
    rest = List.copyOf(rest);
    tabs = List.copyOf(tabs);
    downloads = List.copyOf(downloads);
    columns = List.copyOf(columns);
    versions = List.copyOf(versions);
    corrections = List.copyOf(corrections);
    facts = List.copyOf(facts);
    examples = List.copyOf(examples);
  }

  /** A way of looking at the data. */
  public record Tab(String text, String href, boolean chosen) {}

  /**
   * @param purpose for whom it is good
   * @param partial what it lacks, null when it holds everything
   */
  public record Download(
      String name, String href, long size, String purpose, @Nullable String partial) {}

  /** A line of the dictionary of columns. */
  public record ColumnLine(String name, String what, String type, String range) {}

  /**
   * A version of the history.
   *
   * @param note which version it repeats, or why it was withdrawn; "" for none
   * @param rows null for one withdrawn: nothing more is told of it
   * @param changesHref what it changed, null when no earlier one is to be seen
   * @param files their names are those of formats
   */
  public record VersionLine(
      String name,
      String when,
      String note,
      @Nullable Long rows,
      @Nullable String changesHref,
      List<Fact> files) {
    public VersionLine {
      files = List.copyOf(files);
    }
  }
}
