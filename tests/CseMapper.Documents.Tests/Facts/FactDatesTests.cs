using System.Globalization;
using CseMapper.Documents.Facts;

namespace CseMapper.Documents.Tests.Facts;

public sealed class FactDatesTests
{
    [Theory]
    [InlineData("2027-03-31", "2027-03-31", "2027-03-31")]
    [InlineData("on 31/03/2027.", "31/03/2027", "2027-03-31")]
    [InlineData("31.3.27", "31.3.27", "2027-03-31")]
    [InlineData("31-03-72", "31-03-72", "1972-03-31")]
    [InlineData("1st March 2027", "1st March 2027", "2027-03-01")]
    [InlineData("the 2nd of March, 2027", "2nd of March, 2027", "2027-03-02")]
    [InlineData("3rd Mar '27", "3rd Mar '27", "2027-03-03")]
    [InlineData("4th Mar-27", "4th Mar-27", "2027-03-04")]
    [InlineData("5 Mar. 2027", "5 Mar. 2027", "2027-03-05")]
    [InlineData("Jan 2027", "Jan 2027", "2027-01-31")]
    [InlineData("January 2027", "January 2027", "2027-01-31")]
    [InlineData("Feb 2027", "Feb 2027", "2027-02-28")]
    [InlineData("February 2027", "February 2027", "2027-02-28")]
    [InlineData("Mar 2027", "Mar 2027", "2027-03-31")]
    [InlineData("March 2027", "March 2027", "2027-03-31")]
    [InlineData("Apr 2027", "Apr 2027", "2027-04-30")]
    [InlineData("April 2027", "April 2027", "2027-04-30")]
    [InlineData("May 2027", "May 2027", "2027-05-31")]
    [InlineData("Jun 2027", "Jun 2027", "2027-06-30")]
    [InlineData("June 2027", "June 2027", "2027-06-30")]
    [InlineData("Jul 2027", "Jul 2027", "2027-07-31")]
    [InlineData("July 2027", "July 2027", "2027-07-31")]
    [InlineData("Aug 2027", "Aug 2027", "2027-08-31")]
    [InlineData("August 2027", "August 2027", "2027-08-31")]
    [InlineData("Sep 2027", "Sep 2027", "2027-09-30")]
    [InlineData("Sept 2027", "Sept 2027", "2027-09-30")]
    [InlineData("September 2027", "September 2027", "2027-09-30")]
    [InlineData("Oct 2027", "Oct 2027", "2027-10-31")]
    [InlineData("October 2027", "October 2027", "2027-10-31")]
    [InlineData("Nov 2027", "Nov 2027", "2027-11-30")]
    [InlineData("November 2027", "November 2027", "2027-11-30")]
    [InlineData("Dec 2027", "Dec 2027", "2027-12-31")]
    [InlineData("december 2027", "december 2027", "2027-12-31")]
    [InlineData("in 2027", "2027", "2027-12-31")]
    [InlineData("1999", "1999", "1999-12-31")]
    public void EverySpellingIsRead(string text, string words, string date) =>
        Assert.Equal(
            (words, DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            FactDates.Find(text)
        );

    [Theory]
    [InlineData("12027")]
    [InlineData("1.2027")]
    [InlineData("2027.5")]
    [InlineData("20271")]
    [InlineData("31/02/2024")]
    [InlineData("Marching 27 men")]
    [InlineData("5 weeks")]
    public void OtherNumbersAreNoDates(string text) => Assert.Null(FactDates.Find(text));
}
