package fr.jalon.portal.document;

/** Writes each kind of {@link Block} in one form. */
interface BlockWriter {
  void heading(Block.Heading heading);

  void paragraph(Block.Paragraph paragraph);

  void items(Block.Items items);

  void grid(Block.Grid grid);

  void bars(Block.Bars bars);

  void signatures(Block.Signatures signatures);

  void note(Block.Note note);

  void pageBreak();
}
