using System.CommandLine;
using CseMapper.App;
using CseMapper.App.Commands;

// The only composition root: what the commands need is made here and handed in.
Terminal terminal = Terminal.OfThisProcess();
RootCommand root = new("Maps an organisation's policy documents to the Customer Service Excellence standard.")
{
    SharedOptions.Json,
    SharedOptions.Quiet,
    ExtractCommand.Create(terminal),
    CriteriaCommand.Create(terminal),
};
VersionText.ReplaceIn(root);
return await Runner.Run(root, args, terminal).ConfigureAwait(false);
