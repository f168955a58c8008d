package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final String TOWNS =
      """
      commune;spécialité;dépense
      Châteauneuf;pâté en croûte, à l'échalote;12
      Orléans;crème brûlée à la noisette;15
      BEAUGENCY;GÂTEAU À L'ÉRABLE, FLAN;9
      Saint-Rémy;où naît le garçon;3
      """;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, utf-8",
    "ISO-8859-1, iso-8859-1",
    "x-MacRoman, macintosh",
    "IBM850, ibm850",
    "IBM437, ibm437",
    "UTF-16LE, utf-16le",
    "UTF-16BE, utf-16be",
    "UTF-32LE, utf-32le",
    "UTF-32BE, utf-32be"
  })
  void namesTheEncodingAndLosesNoAccent(String charset, String name) {
    String text = charset.equals("IBM437") ? TOWNS.replace('À', 'A').replace('Â', 'A') : TOWNS;
    Csv csv = Csv.read(text.getBytes(Charset.forName(charset)));
    boolean oldDos = charset.equals("IBM437");
    // Code pages 437 and 850 have the same lower-case letters: either name gives the same text.
    assertThat(csv.table().reading().encoding()).isEqualTo(oldDos ? "ibm850" : name);
    assertThat(csv.columns()).containsExactly("commune", "spécialité", "dépense");
    assertThat(csv.rows().get(1)).containsExactly("Orléans", "crème brûlée à la noisette", "15");
  }

  @ParameterizedTest
  @CsvSource({
    "Il a dit « l’été » – 12 €, windows-1252, windows-1252",
    "cœur et œuvres de chœur, ISO-8859-15, iso-8859-15",
    "prix en €, ISO-8859-15, iso-8859-15"
  })
  void tellsTheLatinAlphabetsApart(String text, String charset, String name) {
    String file = "nom;texte\nÉcole;" + text + "\nMusée;" + text + "\n";
    Csv csv = Csv.read(file.getBytes(Charset.forName(charset)));
    assertThat(csv.table().reading().encoding()).isEqualTo(name);
    assertThat(csv.rows().get(0)).containsExactly("École", text);
  }

  @Test
  void readsGreekAndCyrillicAsALastResort() {
    String greek = "id,name\n1,Αλέξανδρος\n2,Μυρτώ\n";
    assertThat(Csv.read(greek.getBytes(Charset.forName("ISO-8859-7"))).rows().get(0))
        .containsExactly("1", "Αλέξανδρος");
    String russian = "id,name\n1,Москва\n2,Санкт-Петербург\n3,Новосибирск\n";
    assertThat(Csv.read(russian.getBytes(Charset.forName("windows-1251"))).rows().get(0))
        .containsExactly("1", "Москва");
  }

  @Test
  void skipsTheByteOrderMark() {
    Csv csv = Csv.read("\ufeff" + TOWNS);
    assertThat(csv.table().reading().bom()).isTrue();
    assertThat(csv.columns().get(0)).isEqualTo("commune");
  }

  @Test
  void readsEachRecordInItsOwnEncoding() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("nom;ville\n".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 20; i++) {
      out.writeBytes("École maternelle;Orléans\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.writeBytes("École élémentaire;Châteauneuf\n".getBytes(StandardCharsets.UTF_8));
    Csv csv = Csv.read(out.toByteArray());
    assertThat(csv.table().reading().encoding()).isEqualTo("iso-8859-1");
    assertThat(csv.notes()).containsExactly("mixed-encodings");
    assertThat(csv.rows().get(0)).containsExactly("École maternelle", "Orléans");
    assertThat(csv.rows().get(20)).containsExactly("École élémentaire", "Châteauneuf");
  }

  @Test
  void saysWhatWasLostBeforeTheFileCame() {
    assertThat(Csv.read("nom;ville\nMus\ufffde;Gien\n").notes()).containsExactly("lost-characters");
    assertThat(Csv.read("nom;ville\nMusÃ©e;Gien\n").notes()).containsExactly("double-encoding");
  }

  @Test
  void losesNoByteOfACutFile() {
    byte[] whole = "nom;ville\nA;Gien\nB;Musée é".getBytes(StandardCharsets.UTF_8);
    Csv csv = Csv.read(java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(csv.table().reading().encoding()).isEqualTo("utf-8");
    assertThat(csv.rows().get(1).get(1)).startsWith("Musée ").hasSize(7);
  }

  @Test
  void believesAPersonAboutEncodingAndDelimiter() {
    byte[] bytes = "nom,x;ville\nMusée,y;Gien\n".getBytes(StandardCharsets.UTF_8);
    ReadOptions options = ReadOptions.NONE.withEncoding("windows-1252").withDelimiter(",");
    Csv csv = Csv.read(bytes, options);
    assertThat(csv.table().reading().encoding()).isEqualTo("windows-1252");
    assertThat(csv.rows()).containsExactly(List.of("MusÃ©e", "y;Gien"));
  }

  @Test
  void refusesAnEncodingNobodyKnows() {
    Assertions.assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> Csv.tryRead(new byte[] {'a'}, ReadOptions.NONE.withEncoding("klingon")))
        .matches(refused -> refused.refusal().code().equals("unknown-encoding"));
  }
}
