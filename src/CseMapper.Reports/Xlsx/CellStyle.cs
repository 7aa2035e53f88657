namespace CseMapper.Reports.Xlsx;

/// <summary>The looks a cell can have; the number is its place among the formats of styles.xml.</summary>
internal enum CellStyle
{
    /// <summary>As Excel has it.</summary>
    Default,

    /// <summary>The sheet's title.</summary>
    Title,

    /// <summary>A line of explanation below the title.</summary>
    Hint,

    /// <summary>A heading inside a sheet.</summary>
    Section,

    /// <summary>A column's heading.</summary>
    Header,

    /// <summary>A column's heading over cells that reviewers fill in.</summary>
    InputHeader,

    /// <summary>Wrapped text.</summary>
    Text,

    /// <summary>Wrapped text in bold.</summary>
    Strong,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A whole number in bold.</summary>
    Total,

    /// <summary>A share as per cent.</summary>
    Percent,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A link to a document: a page's number or a word.</summary>
    Link,

    /// <summary>A link to another sheet, in bold.</summary>
    Jump,

    /// <summary>Good: strong evidence, a document read.</summary>
    Good,

    /// <summary>Worth a look: possible evidence, a document partly read.</summary>
    Fair,

    /// <summary>Little: weak candidates.</summary>
    Faint,

    /// <summary>Missing: no evidence, a document not read.</summary>
    Missing,

    /// <summary>A cell that reviewers fill in with one word.</summary>
    InputWord,

    /// <summary>A cell that reviewers fill in with text.</summary>
    InputText,

    /// <summary>Text for the program, in a hidden column.</summary>
    Hidden,

    /// <summary>A figure on a sheet that people have added.</summary>
    Added,
}
