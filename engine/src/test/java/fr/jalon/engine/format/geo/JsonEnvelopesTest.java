package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.SheetSummary;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which programs and portals wrap one list of records. */
class JsonEnvelopesTest {
  private static final String EXPECTED = "[1 | Été, 2 | Nuit]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}]",
        "{'results':[{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}],'total_count':2}",
        "{'data':[{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}],'links':{'next':null},'meta':{'page':1}}",
        "{'data':[{'attributes':{'n':1,'nom':'Été'}},{'attributes':{'n':2,'nom':'Nuit'}}]}",
        "{'nhits':2,'records':[{'fields':{'n':1,'nom':'Été'}},{'fields':{'n':2,'nom':'Nuit'}}],"
            + "'facet_groups':[{'a':1},{'a':2},{'a':3}]}",
        "{'success':true,'result':{'fields':[{'id':'n','type':'int'},{'id':'nom'},{'id':'x'}],"
            + "'records':[{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}]}}",
        "{'fields':[{'id':'n'},{'id':'nom'}],'records':[[1,'Été'],[2,'Nuit']]}",
        "{'columns':['n','nom'],'index':[0,1],'data':[[1,'Été'],[2,'Nuit']]}",
        "[['n','nom'],[1,'Été'],[2,'Nuit']]",
        "{'n':[1,2],'nom':['Été','Nuit']}",
        "{'n':1,'nom':'Été'}\n{'n':2,'nom':'Nuit'}\n",
        "\u001e{'n':1,'nom':'Été'}\n\u001e{'n':2,'nom':'Nuit'}\n",
        "[{'n':1,'nom':'Été',},{'n':2,'nom':'Nuit',},]",
        "/* export */ [{'n':1,'nom':'Été'}, // un\n{'n':2,'nom':'Nuit'}]"
      })
  void readsTheSameRecords(String text) {
    Outcome outcome = Outcome.of("a.json", text.replace('\'', '"'));
    assertThat(outcome.columns()).containsExactly("n", "nom");
    assertThat(outcome.lines()).asString().isEqualTo(EXPECTED);
    assertThat(outcome.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var lieux = [{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}];\n",
        "recevoir([{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}]);",
        "const lieux = [{n: 1, nom: 'Été'}, {n: 2, nom: 'Nuit'}]",
        "export default [{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}];",
        ")]}',\n[{'n':1,'nom':'Été'},{'n':2,'nom':'Nuit'}]"
      })
  void takesTheDataOutOfAScript(String text) {
    String quoted = text.startsWith(")]}'") ? text : text.replace('\'', '"');
    Outcome outcome = Outcome.of("a.js", quoted);
    assertThat(outcome.lines()).asString().isEqualTo(EXPECTED);
    assertThat(outcome.notes()).containsExactly("json-in-script");
  }

  @Test
  void readsRecordsUnderTheirKeys() {
    Outcome outcome =
        Outcome.of(
            "a.json",
            "{\"45001\":{\"nom\":\"A\"},\"45002\":{\"nom\":\"B\"},\"45003\":{\"nom\":\"C\"}}");
    assertThat(outcome.columns()).containsExactly("clé", "nom");
    assertThat(outcome.lines()).containsExactly("45001 | A", "45002 | B", "45003 | C");
  }

  @Test
  void takesNoDetailOfARecordForATable() {
    String record = "{\"nom\":\"A\",\"emprise\":[[1,2],[3,4]],\"x\":[1,2],\"y\":[3,4]}";
    assertThat(Outcome.of("a.json", record).lines())
        .containsExactly("A | [[1,2],[3,4]] | [1,2] | [3,4]");
  }

  @Test
  void keepsEveryDigit() {
    Outcome outcome =
        Outcome.of(
            "a.json",
            "[{\"a\":9007199254740993,\"b\":0.1234567890123456789012,\"c\":2.1450234000017E13,"
                + "\"d\":1e400,\"e\":12.50,\"f\":NaN,\"g\":123456789012345678901234567890}]");
    assertThat(outcome.lines())
        .containsExactly(
            "9007199254740993 | 0.1234567890123456789012 | 21450234000017 | 1e400 | 12.5 | "
                + " | 123456789012345678901234567890");
  }

  @Test
  void keepsAnIdentifierBesideWrappedValues() {
    Outcome outcome =
        Outcome.of(
            "a.json",
            "{\"data\":[{\"type\":\"lieu\",\"id\":\"7\",\"attributes\":{\"nom\":\"A\",\"id\":\"x\","
                + "\"adresse\":{\"rue\":\"R\",\"nos\":[1,2]}}}]}");
    assertThat(outcome.columns())
        .containsExactly("type", "id", "nom", "attributes.id", "adresse.rue", "adresse.nos");
    assertThat(outcome.lines()).containsExactly("lieu | 7 | A | x | R | [1,2]");
  }

  @Test
  void showsEveryListOfTheFile() {
    String text =
        "{\"lieux\":[{\"n\":1},{\"n\":2}],\"agents\":[{\"nom\":\"A\",\"age\":3}],\"vide\":[]}";
    Outcome outcome = Outcome.of("a.json", text);
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name, SheetSummary::rows, SheetSummary::columns)
        .containsExactly(tuple("lieux", 2L, 1), tuple("agents", 1L, 2));
    assertThat(outcome.reading().sheets()).allMatch(sheet -> !sheet.head().isEmpty());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Outcome.of("a.json", bytes, ReadOptions.NONE.withSheet("agents")).lines())
        .containsExactly("A | 3");
  }

  @Test
  void takesNoTextForAScript() {
    assertThat(Outcome.of("a.csv", "a=[1;b\nc;d\n").reading().format()).isEqualTo("csv");
  }

  @Test
  void survivesAnyDamage() {
    String text =
        "{'result':{'fields':[{'id':'n'},{'id':'nom'}],'records':[[1,'Été'],[2,'Nuit']]},"
            + "'a':{'x':[1,2],'y':[3,4]},'k':{'a':{},'b':{},'c':{}}}";
    Damage.survive(
        new JsonFormat(), "a.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
