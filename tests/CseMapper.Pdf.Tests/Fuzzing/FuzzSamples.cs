using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Fuzzing;

/// <summary>Sound files to be damaged: all small samples of the tests, and some that are written plainly, so that
/// damage reaches every corner and not only packed data.</summary>
internal static class FuzzSamples
{
    private const int MostBytes = 64 << 10;

    public static List<byte[]> All()
    {
        List<byte[]> samples = [Tagged(), Fonts(), Filters()];
        string[] files = Directory.GetFiles(
            Path.Combine(AppContext.BaseDirectory, "Samples"),
            "*.pdf",
            SearchOption.AllDirectories
        );
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            if (new FileInfo(file).Length <= MostBytes)
                samples.Add(File.ReadAllBytes(file));
        }

        return samples;
    }

    /// <summary>Tags, bookmarks, labels, names, layers, annotations, form fields.</summary>
    private static byte[] Tagged() =>
        new SmallPdf()
            .Add(
                1,
                "<</Type/Catalog/Pages 2 0 R/Outlines 10 0 R/PageLabels<</Nums[0<</S/r>>1<</S/D/St "
                    + "3/P(A-)>>]>>/MarkInfo<</Marked true>>/StructTreeRoot 20 0 R"
                    + "/Lang(en-GB)/Names<</Dests<</Kids[<</Limits[(a)(b)]/Names[(a)[4 0 R/XYZ 0 700 0](b)<</D[3 "
                    + "0 R/Fit]>>]>>]>>>>/AcroForm<</Fields[31 0 R]/DR<</Font<</F1 6 0 R>>>>>>"
                    + "/OCProperties<</OCGs[40 0 R]/D<</OFF[40 0 R]/Order[40 0 R]>>>>/Metadata 41 0 R>>"
            )
            .Add(
                2,
                "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources<</Font<</F1 6 0 "
                    + "R>>/Properties<</L 40 0 R>>/XObject<</X 42 0 R>>/ExtGState<</G<</Font[6 0 R 9]>>>>>>>>"
            )
            .Add(3, "<</Type/Page/Parent 2 0 R/Contents[5 0 R 7 0 R]/StructParents 0/Annots[30 0 R 31 0 R]/Rotate 90>>")
            .Add(4, "<</Type/Page/Parent 2 0 R/Contents 8 0 R/StructParents 1/CropBox[10 10 500 800]/UserUnit 2>>")
            .AddStream(
                5,
                "",
                "/H1<</MCID 0>>BDC BT /F1 18 Tf 1 0 0 1 72 760 Tm (Complaints policy) Tj ET EMC\n/P<</MCID "
                    + "1/ActualText(We listen)>>BDC BT /F1 11 Tf 72 720 Td [(W)80(e )-250(answer with-)]TJ 0 -14 TD "
                    + "(in ten days.)' ET EMC"
            )
            .Add(
                6,
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding"
                    + "/Differences[65/A/fi/bullet]>>/FirstChar "
                    + "32/LastChar 40/Widths[278 278 355 556 556 889 667 191 333]>>"
            )
            .AddStream(
                7,
                "",
                "q 1 0 0 1 0 -100 cm /X Do Q /OC/L BDC BT /F1 9 Tf 72 600 Td (hidden layer) Tj ET EMC "
                    + "/Artifact<</Type/Pagination>>BDC BT /F1 8 Tf 72 30 Td (Page 1) Tj ET EMC"
            )
            .AddStream(
                8,
                "",
                "BT /F1 11 Tf 14 TL 72 700 Td 3 Tr (invisible) Tj 0 Tr T* 2 Tc 5 Tw 90 Tz (second) Tj T* 1 1 "
                    + "(third)\" ET 72 500 400 1 re f 72 500 m 472 500 l S BI /W 2/H 2/CS/G/BPC 8 ID abcd EI"
            )
            .Add(10, "<</First 11 0 R/Last 12 0 R/Count 2>>")
            .Add(11, "<</Title(Complaints policy)/Dest(a)/Next 12 0 R/Parent 10 0 R/First 13 0 R>>")
            .Add(12, "<</Title<FEFF0041>/A<</S/GoTo/D(b)>>/Prev 11 0 R/Parent 10 0 R>>")
            .Add(13, "<</Title(Scope)/Dest[3 0 R/FitH 700]/Parent 11 0 R>>")
            .Add(
                20,
                "<</Type/StructTreeRoot/K 21 0 R/ParentTree<</Nums[0[22 0 R 23 0 R]1[24 0 "
                    + "R]]>>/RoleMap<</Heading/H1/Para/P>>>>"
            )
            .Add(21, "<</S/Document/P 20 0 R/K[22 0 R 23 0 R 25 0 R]/Lang(en)>>")
            .Add(22, "<</S/Heading/P 21 0 R/Pg 3 0 R/K 0>>")
            .Add(23, "<</S/Para/P 21 0 R/Pg 3 0 R/K[1<</Type/OBJR/Obj 30 0 R>>]>>")
            .Add(24, "<</S/TD/P 26 0 R/Pg 4 0 R/K[<</Type/MCR/Pg 4 0 R/MCID 0>>]/A<</O/Table/ColSpan 2>>>>")
            .Add(25, "<</S/Table/P 21 0 R/K[26 0 R]>>")
            .Add(26, "<</S/TR/P 25 0 R/K[24 0 R<</S/L/K[<</S/LI/K[<</S/Lbl/K 3>><</S/LBody/K 4>>]>>]>>]>>")
            .Add(30, "<</Type/Annot/Subtype/FreeText/Rect[100 100 200 150]/Contents(A note)/AP<</N 43 0 R>>/P 3 0 R>>")
            .Add(
                31,
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(Name)/V(Jane Doe)/Rect[100 200 200 220]/AP<</N<</On 43 0 "
                    + "R>>>>/AS/On/Kids[]>>"
            )
            .Add(40, "<</Type/OCG/Name(Draft)>>")
            .AddStream(
                41,
                "/Type/Metadata/Subtype/XML",
                "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF "
                    + "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
                    + "xmlns:d='http://purl.org/dc/elements/1.1/'><d:title>T</d:title></r:Description></r:RDF>"
                    + "</x:xmpmeta>"
            )
            .AddStream(
                42,
                "/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Matrix[1 0 0 1 5 5]/Resources<</Font<</F1 6 0 "
                    + "R>>/XObject<</X 42 0 R/Y 44 0 R>>>>",
                "BT /F1 10 Tf 80 400 Td (inside a form) Tj ET /Y Do"
            )
            .AddStream(
                43,
                "/Subtype/Form/BBox[0 0 100 50]/Resources<</Font<</F1 6 0 R>>>>",
                "/Tx BMC BT /F1 10 Tf 2 2 Td (Jane Doe) Tj ET EMC"
            )
            .AddStream(
                44,
                "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
                "\0"
            )
            .End()
            .Bytes();

    /// <summary>A composite font with its maps, a Type 3 font, a font without a way to tell its letters.</summary>
    private static byte[] Fonts() =>
        new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 9 0 "
                    + "R/C 12 0 R/D 14 0 R>>>>>>"
            )
            .AddStream(
                4,
                "",
                "BT /A 12 Tf 72 700 Td <00480065006C006C006F> Tj 0 -20 Td [<0057>-20<006F>] TJ /B 12 Tf 0 -20 Td "
                    + "(ab) Tj /C 12 Tf 0 -20 Td (\\001\\002\\003) Tj /D 12 Tf 0 -20 Td <8140> Tj ET"
            )
            .Add(
                5,
                "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Some/Encoding 6 0 R/DescendantFonts[7 0 R]/ToUnicode "
                    + "8 0 R>>"
            )
            .AddStream(
                6,
                "/Type/CMap/CMapName/Own/UseCMap/Identity-H",
                "/WMode 0 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> "
                    + "<FFFF> 0 endcidrange"
            )
            .Add(
                7,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Some"
                    + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement "
                    + "0>>/DW 500/W[72[600 610]101 111 550]/DW2[880 -1000]/W2[1[-900 250 800]]/FontDescriptor 11 0 "
                    + "R/CIDToGIDMap/Identity>>"
            )
            .AddStream(
                8,
                "",
                "/CIDInit/ProcSet findresource begin begincmap 1 "
                    + "begincodespacerange<0000><FFFF>endcodespacerange 2 "
                    + "beginbfchar<0048><0048><0065><00650301>endbfchar 2 "
                    + "beginbfrange<006C><006F><006C><0057><0058>[<0057><00580059>]endbfrange endcmap"
            )
            .Add(
                9,
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar "
                    + "97/LastChar 98/Widths[600 700]/Encoding<</Differences[97/a/b]>>/CharProcs<</a 10 0 R/b 10 0 "
                    + "R>>/Resources<<>>>>"
            )
            .AddStream(10, "", "600 0 0 0 500 500 d1 0 0 500 500 re f BT /B 1 Tf (a) Tj ET")
            .Add(
                11,
                "<</Type/FontDescriptor/FontName/Some/Flags 4/Ascent 900/Descent -200/CapHeight 700/StemV "
                    + "80/ItalicAngle 0/FontBBox[0 -200 1000 900]/FontFile2 13 0 R>>"
            )
            .Add(
                12,
                "<</Type/Font/Subtype/TrueType/BaseFont/Other/FontDescriptor 11 0 R/FirstChar 1/LastChar "
                    + "3/Widths[500 500 500]>>"
            )
            .AddStream(
                13,
                "/Length1 60",
                "\0\u0001\0\0\0\u0002\0\u0020\0\u0001\0\0cmap\0\0\0\0\0\0\0\u002C\0\0\0\u0020"
                    + "head\0\0\0\0\0\0\0\u002C\0\0\0\u0010\0\0\0\u0001\0\u0003\0\u0001\0\0\0\u000C\0\u0004\0\u0018\0\0\0\u0002\0\u0002"
            )
            .Add(
                14,
                "<</Type/Font/Subtype/Type0/BaseFont/Ryumin/Encoding/90ms-RKSJ-V/DescendantFonts[<</Type/Font"
                    + "/Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement "
                    + "2>>/DW 1000/FontDescriptor 11 0 R>>]>>"
            )
            .End()
            .Bytes();

    /// <summary>Filters whose data is text, object and cross-reference streams written plainly, an update.</summary>
    private static byte[] Filters()
    {
        SmallPdf pdf = new SmallPdf()
            .Add(
                3,
                "<</Type/Page/Parent 2 0 R/Contents[4 0 R 7 0 R 8 0 R 9 0 "
                    + "R]/Resources<</Font<</F<</Subtype/Type1/BaseFont/Times-Roman>>>>>>>>"
            )
            .AddStream(4, "/Filter[/ASCIIHexDecode]", "4254202F462031322054662037322037303020546420284865782920546A>")
            .AddStream(
                7,
                "/Filter/A85",
                "<~9jqo^BlbD-BleB1DJ+*+F(f,q/0JhKF<GL>Cj@.4Gp$d7F!,L7@<6@)/0JDEF<G%<+EV:2F!,O<~>"
            )
            .AddStream(8, "/Filter/RunLengthDecode", "\u000A (Run) Tj ET\u0080")
            .AddStream(9, "/Filter[/AHx/Fl]/DecodeParms[null<</Predictor 12/Columns 4>>]", "789C63606060>");
        const string Catalog = "<</Type/Catalog/Pages 2 0 R>> ";
        pdf.AddStream(
            5,
            "/Type/ObjStm/N 2/First 9/Extends 5 0 R",
            $"1 0 2 {Catalog.Length} ".PadRight(9) + Catalog + "<</Kids[3 0 R]/Count 1/MediaBox[0 0 300 300]>>"
        );
        int start = pdf.Length;
        string entries =
            Entry(0, 0, 0)
            + Entry(2, 5, 0)
            + Entry(2, 5, 1)
            + Entry(1, pdf.Offsets[3], 0)
            + Entry(1, pdf.Offsets[4], 0)
            + Entry(1, pdf.Offsets[5], 0)
            + Entry(1, start, 0)
            + Entry(1, pdf.Offsets[7], 0)
            + Entry(1, pdf.Offsets[8], 0)
            + Entry(1, pdf.Offsets[9], 0);
        pdf.AddStream(6, "/Type/XRef/Size 10/W[1 2 1]/Root 1 0 R/ID[(a)(b)]", entries)
            .Append($"startxref\n{start}\n%%EOF\n");
        int stream = pdf.Length;
        pdf.AddStream(4, "", "BT /F 12 Tf 72 700 Td (Updated) Tj");
        int table = pdf.Length;
        return pdf.Append(
                $"xref\n4 1\n{stream:D10} 00000 n \ntrailer\n<</Size 10/Root 1 0 R/Prev {start}>>\nstartxref\n"
                    + $"{table}\n%%EOF\n"
            )
            .Bytes();
    }

    private static string Entry(int type, int place, int index) =>
        $"{(char)type}{(char)(place >> 8)}{(char)(place & 255)}{(char)index}";
}
